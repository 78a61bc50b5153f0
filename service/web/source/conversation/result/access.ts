// Can this person get in and take part?
import type { Match, Profile, Question } from "v1";
import { make } from "../../shared/dom";
import type { Texts } from "../../shared/texts";

type AccessNeed = NonNullable<Question["access_need"]>;

const kMostQuestions = 4; // an answer asks no more of one activity: what comes after may be cut off

/** The needs of which the record says nothing, with what to ask where the answer has it. */
function findUnknown(needs: readonly AccessNeed[], match: Match): Map<AccessNeed, string | undefined> {
  const unknown = new Map<AccessNeed, string | undefined>();
  for (const { access_need: need, text } of match.questions) if (need !== undefined) unknown.set(need, text);
  const last = match.questions.at(-1)?.access_need;
  const isCut = last !== undefined && match.questions.length >= kMostQuestions;
  const unsure = isCut ? needs.slice(needs.indexOf(last) + 1) : [];
  for (const need of unsure) unknown.set(need, undefined);
  return unknown;
}

/** Each access need with its answer, and the question where there is none; null where nothing is needed. What is known to fail is never a match. */
export function makeAccess(texts: Texts, match: Match, profile: Profile): HTMLElement | null {
  const needs = profile.practical?.access_needs ?? [];
  if (needs.length === 0) return null;
  if (!match.activity.attendance.includes("in_person")) return make("p", {}, texts.say("conversation.result.access.elsewhere"));
  const unknown = findUnknown(needs, match);
  return make("ul", { class: "access" }, ...needs.map((need) => {
    const answer = unknown.has(need) ? "ask" : "yes";
    return make("li", { class: `access-${answer}` },
      texts.say(`conversation.result.access.${answer}`, { need: texts.say(`conversation.result.access_needs.${need}`) }),
      unknown.get(need) === undefined ? null : ` ${unknown.get(need)}`);
  }));
}
