// Which leads stand on the sheet, and which comes first?
import type { Lead, Match, MatchAnswer, Plan } from "v1";

const kMostLeads = 3; // on a sheet
const kOfNeed: readonly string[] = ["need_fit", "gap_fit", "text_fit"]; // parts of a reason

/** The member of the portfolio that begins soon, by the service's own judgement: known to be open to all, to be there, and in time. */
function findEarly(answer: MatchAnswer): string | undefined {
  return answer.portfolio_entries.find((entry) => entry.role !== "member")?.activity;
}

/** Whether the match meets what the patient asked for, or lacks; the rest makes it but easier to go. */
export function meetsNeed({ reasons }: Match): boolean {
  return reasons.some(({ part }) => kOfNeed.includes(part));
}

/** What goes on the sheet: what meets a need first, from easy to hard, and what can begin in time; the plan puts the latter first. */
export function chooseLeads(answer: MatchAnswer): string[] {
  const needed = new Set(answer.matches.filter(meetsNeed).map((match) => match.activity.id));
  const ids = [...answer.portfolio_entries]
    .sort((a, b) => Number(needed.has(b.activity)) - Number(needed.has(a.activity)) || (a.step ?? 0) - (b.step ?? 0))
    .map((entry) => entry.activity);
  const first = ids.slice(0, kMostLeads);
  const early = findEarly(answer);
  return early === undefined || first.includes(early) ? first : [...first.slice(0, -1), early];
}

/** A lead of the plan with what the answer says of it. */
export interface ChosenLead {
  lead: Lead;
  fallback: Lead | null;
  match: Match | undefined;
}

export function leadsOf(plan: Plan, answer: MatchAnswer): ChosenLead[] {
  return plan.priorities.flatMap(({ lead, fallback }) => lead === null ? []
    : [{ lead, fallback, match: answer.matches.find((match) => match.activity.id === lead.activity.id) }]);
}
