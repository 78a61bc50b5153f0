// What does the person not want, and why? It leaves the list, and comes back when asked to.
import type { Profile } from "v1";
import { makeButton } from "../../shared/buttons";
import { make } from "../../shared/dom";
import { kReasons, type Reason, type Session } from "../../shared/session";
import type { Desk } from "../step";
import type { Names } from "./names";
import { makeSection } from "./pieces";

type Tried = NonNullable<Profile["tried"]>[number];

const kMostTried = 30; // as the profile's schema has it

/** Avoided, so that it stays away though its reason may not hold; tried, so that the reason is kept. */
export function dismiss(session: Session, activity: string, reason: Reason): void {
  session.change((talk) => {
    const { profile } = talk;
    const avoided = profile.avoid?.activities ?? [];
    profile.avoid = { ...profile.avoid, activities: [...avoided, activity] };
    const tried = profile.tried ?? [];
    if (tried.length < kMostTried) profile.tried = [...tried, { activity, outcome: "refused", reason }];
    talk.dismissed.push({ activity, reason });
    talk.chosen.activities = talk.chosen.activities.filter((id) => id !== activity);
  });
}

function without<Entry>(list: Entry[] | undefined, isOut: (entry: Entry) => boolean): Entry[] | undefined {
  const rest = list?.filter((entry) => !isOut(entry));
  return rest === undefined || rest.length === 0 ? undefined : rest;
}

export function restore(session: Session, activity: string): void {
  session.change((talk) => {
    const { profile } = talk;
    const activities = without(profile.avoid?.activities, (id) => id === activity);
    profile.avoid = { ...profile.avoid, activities };
    if (activities === undefined) delete profile.avoid.activities;
    if (Object.keys(profile.avoid).length === 0) delete profile.avoid;
    const tried = without<Tried>(profile.tried, (entry) => entry.activity === activity && entry.outcome === "refused");
    if (tried === undefined) delete profile.tried;
    else profile.tried = tried;
    talk.dismissed = talk.dismissed.filter((entry) => entry.activity !== activity);
  });
}

function makeReasons(desk: Desk, id: string, name: string, onReason: (reason: Reason) => void): HTMLElement {
  const { texts } = desk;
  const buttons = kReasons.map((reason) => make("li", {},
    makeButton("secondary-action", texts.say(`conversation.result.not_because.${reason}`), () => onReason(reason))));
  return make("div", { class: "reasons", role: "group", "aria-labelledby": `why-not-${id}` },
    make("p", { id: `why-not-${id}`, class: "utrecht-paragraph" }, texts.say("conversation.result.why_not", { name })),
    make("ul", { class: "reason-list" }, ...buttons));
}

/** A fold with the reasons; choosing one takes the activity off the list. */
export function makeDismiss(desk: Desk, activity: { id: string; name: string }, onReason: (reason: Reason) => void): HTMLElement {
  const folded = make("details", { class: "fold dismiss" },
    make("summary", {}, desk.texts.say("conversation.result.not_this"), make("span", { class: "unseen" }, `: ${activity.name}`)));
  folded.addEventListener("toggle", () => folded.append(makeReasons(desk, activity.id, activity.name, onReason)), { once: true });
  return folded;
}

/** What was taken off, each with a way back; null where nothing was. */
export function makeDismissed(desk: Desk, names: Names, onRestore: (activity: string) => void): HTMLElement | null {
  const { texts, session } = desk;
  if (session.talk.dismissed.length === 0) return null;
  const rows = session.talk.dismissed.map(({ activity, reason }) => {
    const button = makeButton("secondary-action", texts.say("conversation.result.restore"), () => onRestore(activity));
    const name = names.makeName(texts, activity);
    name.id = `dismissed-${activity}`;
    button.setAttribute("aria-describedby", name.id);
    return make("li", {}, make("span", {}, name, ` (${texts.say(`conversation.result.not_because.${reason}`)})`), button);
  });
  return makeSection("dismissed", texts.say("conversation.result.dismissed"), make("ul", { class: "rows" }, ...rows));
}
