// What must someone know before going somewhere?
import type { Activity, Match } from "v1";
import { isWebAddress, siteOf } from "../../shared/address";
import { type Child, make } from "../../shared/dom";
import { makeMailLink, makePhoneLink, makeWebLink } from "../../shared/reach";
import type { Texts } from "../../shared/texts";
import type { Desk } from "../step";
import { makeAccess } from "./access";
import { tellMoney } from "./pieces";

function makePlainList(entries: Child[]): HTMLElement {
  return make("ul", {}, ...entries.map((entry) => make("li", {}, entry)));
}

function tellCost(texts: Texts, { activity: { cost } }: Match): string {
  if (cost === null) return texts.say("conversation.result.not_known");
  return cost.per_session === 0 ? texts.say("conversation.result.free")
    : texts.say("conversation.result.per_time", { amount: tellMoney(texts, cost.per_session) });
}

function tellTravel(texts: Texts, { travel, activity }: Match): string {
  if (travel !== null) {
    return texts.say("conversation.result.journey", { minutes: travel.minutes, how: texts.say(`conversation.result.modes.${travel.mode}`) });
  }
  return texts.say(activity.attendance.includes("in_person") ? "conversation.result.not_known" : "conversation.result.no_journey");
}

function makeReach(texts: Texts, { activity }: Match): HTMLElement | null {
  const ways: Child[] = [
    activity.phone === null ? null : makePhoneLink(activity.phone),
    activity.email === null ? null : makeMailLink(activity.email),
    isWebAddress(activity.url) ? makeWebLink(activity.url, siteOf(activity.url), texts.say("conversation.result.new_tab")) : null,
  ].filter((way) => way !== null);
  return ways.length === 0 ? null : makePlainList(ways);
}

/** Whom the record says it is for, partly in its own words; what it does not say is a question. */
export function makeWho(texts: Texts, record: Activity): (Node | string)[] {
  const { min_age: least, max_age: most, only_for: gender, spoken: languages = record.languages ?? [], eligibility_description: terms } = record;
  const told = [
    least === undefined ? null : texts.say("conversation.result.age_from", { age: least }),
    most === undefined ? null : texts.say("conversation.result.age_to", { age: most }),
    gender === undefined ? null : texts.say(`conversation.result.only_${gender}`),
    terms === undefined ? null : make("span", { lang: record.written_in ?? "" }, terms),
    languages.length === 0 ? null : texts.say("conversation.result.spoken", { languages: languages.map((code) => texts.nameLanguage(code)).join(", ") }),
  ].filter((sentence) => sentence !== null);
  return told.length === 0 ? [texts.say("conversation.result.who_not_known")] : told.flatMap((part, i) => i === 0 ? [part] : [" ", part]);
}

/** When it ends that begins at `moment`; absent where the record has none, or more than one, for that hour. */
function findEnd({ sites = [], schedules: own = [] }: Activity, moment: string): string | undefined {
  const [, time = ""] = moment.split("T");
  const hours = [...own, ...sites.flatMap(({ schedules = [] }) => schedules)].flatMap((schedule) => [schedule, ...schedule.added ?? []]);
  const ends = hours.filter(({ opens }) => opens === time.slice(0, "12:30".length)).map(({ closes }) => closes);
  return new Set(ends).size === 1 ? ends[0] : undefined;
}

/** The next times, with their ends where the record tells them: what began today may not be over. */
export function makeTimes(texts: Texts, { next_sessions: moments }: Match, record: Activity | null): Node | string {
  if (moments.length === 0) return texts.say("conversation.result.times_not_known");
  return makePlainList(moments.map((moment) => {
    const end = record === null ? undefined : findEnd(record, moment);
    return end === undefined ? texts.date(moment) : `${texts.date(moment)}–${end}`;
  }));
}

function makeRow(texts: Texts, name: string, value: Child): Node[] {
  return value === null ? [] : [make("dt", {}, texts.say(`conversation.result.facts.${name}`)), make("dd", {}, value)];
}

/** The facts in the order in which one asks for them; `who` and `times` are filled in by who has the record. */
export function makeFacts({ texts, session }: Desk, match: Match, { who, times }: { who: Node; times: Node }): HTMLElement {
  const { activity } = match;
  const waiting = activity.waiting_weeks === null ? null : texts.count("conversation.result.weeks", activity.waiting_weeks);
  return make("dl", { class: "match-facts" },
    ...makeRow(texts, "who", who),
    ...makeRow(texts, "cost", tellCost(texts, match)),
    ...makeRow(texts, "travel", tellTravel(texts, match)),
    ...makeRow(texts, "next", times),
    ...makeRow(texts, "waiting", waiting),
    ...makeRow(texts, "access", makeAccess(texts, match, session.talk.profile)),
    ...makeRow(texts, "reach", makeReach(texts, match)),
    ...makeRow(texts, "verified", match.verified_on === null ? texts.say("conversation.result.not_known") : texts.date(match.verified_on)));
}

/** The three facts on which one decides to read on. */
export function makeBrief({ texts }: Desk, match: Match): HTMLElement {
  const next = match.next_sessions[0];
  const facts = [tellTravel(texts, match), tellCost(texts, match), next === undefined ? null : texts.date(next)];
  const known = facts.filter((fact) => fact !== null && fact !== texts.say("conversation.result.not_known"));
  return make("ul", { class: "brief" }, ...known.map((fact) => make("li", {}, fact)));
}
