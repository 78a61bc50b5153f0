// What did someone use to do, with whom, and why did it stop?
//
// An interest of the profile, and an entry of what was tried that names it: "zingen" and "zingen – mijn zus".
import type { Profile } from "v1";
import { makeButton } from "../../shared/buttons";
import { make, renew } from "../../shared/dom";
import { makeField, makeSelect, makeTextbox } from "../../shared/fields";
import { announce } from "../../shared/frame";
import { kReasons, type Reason } from "../../shared/session";
import type { Desk } from "../step";

type Tried = NonNullable<Profile["tried"]>[number];

const kMostInterests = 15; // of the profile's schema, as the next
const kMostTried = 30;
const kMostWhat = 120; // letters, as the next
const kMostTriedText = 200;
const kWith = " – "; // between what was done and with whom
const kUnknown = "unknown";
const kOngoing = "going_well";

interface Past {
  what: string;
  withWhom: string;
  ending: Reason | typeof kOngoing | typeof kUnknown;
}

function isAbout(what: string, { text }: Tried): boolean {
  return text !== undefined && (text === what || text.startsWith(what + kWith));
}

function readPast(profile: Profile): Past[] {
  return (profile.interests ?? []).map((what) => {
    const tried = (profile.tried ?? []).find((entry) => isAbout(what, entry));
    const ending = tried?.outcome === kOngoing ? kOngoing : tried?.reason ?? kUnknown;
    return { what, withWhom: tried?.text?.slice(what.length + kWith.length) ?? "", ending };
  });
}

function makeTried({ what, withWhom, ending }: Past): Tried[] {
  if (withWhom.trim() === "" && ending === kUnknown) return [];
  const text = (withWhom.trim() === "" ? what : what + kWith + withWhom.trim()).slice(0, kMostTriedText);
  if (ending === kOngoing) return [{ text, outcome: kOngoing }];
  return [{ text, outcome: "stopped", ...(ending === kUnknown ? {} : { reason: ending }) }];
}

/** Puts the list in the profile, and leaves there what else was tried. */
function writePast(profile: Profile, before: readonly Past[], now: readonly Past[]): void {
  const named = now.filter(({ what }) => what.trim() !== "");
  const others = (profile.tried ?? []).filter((entry) => !before.some(({ what }) => what !== "" && isAbout(what, entry)));
  const tried = [...others, ...named.flatMap(makeTried)].slice(0, kMostTried);
  if (named.length > 0) profile.interests = named.map(({ what }) => what);
  else delete profile.interests;
  if (tried.length > 0) profile.tried = tried;
  else delete profile.tried;
}

/** Whether an entry of what was tried belongs to this list. */
export function isOfPast(profile: Profile, entry: Tried): boolean {
  return (profile.interests ?? []).some((what) => isAbout(what, entry));
}

export class PastList {
  readonly element = make("div", { class: "past" });
  private readonly desk: Desk;
  private pasts: Past[];

  constructor(desk: Desk) {
    this.desk = desk;
    this.pasts = readPast(desk.session.talk.profile);
    this.show();
  }

  private show(): void {
    const { texts } = this.desk;
    renew(this.element,
      ...this.pasts.map((past, index) => this.makeRow(past, index)),
      makeButton("secondary-action", texts.say(this.pasts.length === 0 ? "conversation.needs.past.add" : "conversation.needs.past.add_more"),
        () => this.add(), { id: "past-add", disabled: this.pasts.length >= kMostInterests }));
  }

  private makeRow(past: Past, index: number): HTMLElement {
    const { texts } = this.desk;
    const say = (name: string): string => texts.say(`conversation.needs.past.${name}`);
    const what = makeTextbox({ maxlength: kMostWhat, value: past.what, input: () => this.change(index, { what: what.value }) });
    const withWhom = makeTextbox({ maxlength: kMostTriedText / 3, value: past.withWhom, input: () => this.change(index, { withWhom: withWhom.value }) });
    const endings = [kUnknown, kOngoing, ...kReasons].map((name) => [name, say(`endings.${name}`)] as const);
    const ending = makeSelect(endings, past.ending, (value) => this.change(index, { ending: value as Past["ending"] }));
    return make("fieldset", { class: "past-row" },
      make("legend", { class: "unseen" }, texts.say("conversation.needs.past.number", { number: index + 1 })),
      makeField({ id: `past-what-${index}`, label: say("what"), input: what }),
      makeField({ id: `past-with-${index}`, label: say("with"), input: withWhom }),
      makeField({ id: `past-ending-${index}`, label: say("ending"), input: ending }),
      makeButton("plain", texts.say("conversation.needs.list.remove"), () => this.remove(index),
        { id: `past-remove-${index}`, "aria-label": texts.say("conversation.needs.list.remove_named", { name: past.what || String(index + 1) }) }));
  }

  private change(index: number, part: Partial<Past>): void {
    this.replace(this.pasts.map((past, place) => (place === index ? { ...past, ...part } : past)));
  }

  private replace(now: Past[]): void {
    const before = this.pasts;
    this.pasts = now;
    this.desk.session.change(({ profile }) => writePast(profile, before, now));
  }

  private add(): void {
    this.pasts = [...this.pasts, { what: "", withWhom: "", ending: kUnknown }];
    this.show();
    document.getElementById(`past-what-${this.pasts.length - 1}`)?.focus();
  }

  private remove(index: number): void {
    this.replace(this.pasts.filter((_, place) => place !== index));
    this.show();
    document.getElementById("past-add")?.focus();
    announce(this.desk.texts.count("conversation.needs.past.left", this.pasts.length));
  }
}
