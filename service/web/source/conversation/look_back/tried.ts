// What was tried before, and how did it go?
import type { Profile } from "v1";
import { getActivity } from "../../shared/api";
import { makeButton, makeSender } from "../../shared/buttons";
import { make } from "../../shared/dom";
import { makeChoices, makeField, makeSelect, makeTextbox } from "../../shared/fields";
import { announce } from "../../shared/frame";
import { kReasons } from "../../shared/session";
import { findContact } from "../map/contacts";
import type { Desk } from "../step";

type Tried = NonNullable<Profile["tried"]>[number];
type Outcome = Tried["outcome"];
/** What a trial is of: an activity, a contact, or something in words. */
type What = Pick<Tried, "activity" | "contact" | "text">;

const kOutcomes: readonly Outcome[] = ["going_well", "stopped", "never_got_in", "refused"];
const kMostTried = 30; // of the profile's schema

function isOf(tried: Tried, what: What): boolean {
  return tried.activity === what.activity && tried.contact === what.contact && tried.text === what.text;
}

/** Keeps how it went in place of what was said of it before; without, takes it away. */
function keep({ session }: Desk, what: What, how: Pick<Tried, "outcome" | "reason"> | null): void {
  session.change(({ profile }) => {
    const others = (profile.tried ?? []).filter((tried) => !isOf(tried, what));
    profile.tried = how === null ? others : [...others, { ...what, ...how }].slice(-kMostTried);
  });
}

/** How it went, and why where it did not go well; each answer counts at once. */
function makeHow(desk: Desk, question: string, what: What): HTMLElement {
  const { session, texts } = desk;
  const told = session.talk.profile.tried?.find((tried) => isOf(tried, what));
  let outcome = told?.outcome;
  let reason = told?.reason;
  const choices = [["", texts.say("conversation.look_back.reason.none")] as const,
    ...kReasons.map((entry) => [entry, texts.say(`conversation.look_back.reason.${entry}`)] as const)];
  const select = makeSelect(choices, reason ?? "", (value) => {
    reason = kReasons.find((entry) => entry === value);
    tell();
  });
  const why = makeField({ label: texts.say("conversation.look_back.reason.question"), input: select });
  const tell = (): void => {
    why.hidden = outcome === undefined || outcome === "going_well";
    if (outcome !== undefined) keep(desk, what, why.hidden || reason === undefined ? { outcome } : { outcome, reason });
  };
  why.hidden = outcome === undefined || outcome === "going_well";
  const words = `conversation.look_back.${what.contact === undefined ? "outcome" : "outcome_with"}`;
  const outcomes = makeChoices("radio", question,
    kOutcomes.map((entry) => ({ value: entry, text: texts.say(`${words}.${entry}`), isChosen: entry === outcome })),
    (value) => {
      outcome = kOutcomes.find((entry) => entry === value);
      tell();
    });
  return make("div", { class: "talk-tried" }, outcomes, why);
}

async function nameActivity(desk: Desk, id: string): Promise<string> {
  try {
    return (await getActivity(id, desk.texts.language.code)).name;
  } catch {
    return desk.texts.say("conversation.look_back.gone"); // no longer in the catalogue
  }
}

/** A question for each thing that was chosen in the earlier talk. */
export function makeChosenBefore(desk: Desk): HTMLElement {
  const { session, texts } = desk;
  const list = make("div", { class: "chosen-before" });
  const { earlier } = session;
  if (earlier === null) return list;
  const ask = (name: string): string => texts.say("conversation.look_back.how", { name });
  for (const id of earlier.chosen.ties) {
    const alias = findContact(earlier.profile, id)?.alias ?? texts.say("conversation.map.nameless");
    list.append(makeHow(desk, ask(alias), { contact: id }));
  }
  for (const id of earlier.chosen.activities) {
    const place = make("div");
    list.append(place);
    void nameActivity(desk, id).then((name) => place.replaceWith(makeHow(desk, ask(name), { activity: id })));
  }
  return list;
}

/** What was tried besides, in words: each can be told of and taken away. */
export function makeTriedInWords(desk: Desk): HTMLElement {
  const { session, texts } = desk;
  const list = make("div", { class: "tried-in-words" });
  const field = makeTextbox({ maxlength: 200 });
  const add = (text: string): void => {
    const entry = make("div", { class: "card" }, makeHow(desk, texts.say("conversation.look_back.how", { name: text }), { text }),
      makeButton("subtle", texts.say("conversation.look_back.remove", { name: text }), () => {
        keep(desk, { text }, null);
        entry.remove();
        field.focus();
      }));
    list.append(entry);
  };
  for (const { text } of session.talk.profile.tried ?? []) if (text !== undefined) add(text);
  const form = make("form", {}, makeField({ label: texts.say("conversation.look_back.other"), input: field, hint: texts.say("conversation.look_back.other_help") }),
    makeSender("secondary-action", texts.say("conversation.look_back.add")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text === "") return;
    field.value = "";
    add(text);
    list.querySelector<HTMLElement>(".card:last-child input")?.focus();
    announce(texts.say("conversation.look_back.how", { name: text }));
  });
  return make("div", { class: "tried-besides" }, list, form);
}
