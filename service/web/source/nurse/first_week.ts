// Which leads stand on the sheet, and which comes first?
import type { Lead, Match, MatchAnswer, Plan } from "v1";

const kMostLeads = 3; // on a sheet

/** The member of the portfolio that begins soon, by the service's own judgement: known to be open to all, and in time. */
function findEarly(answer: MatchAnswer): string | undefined {
  return answer.portfolio_entries.find((entry) => entry.role !== "member")?.activity;
}

/** What goes on the sheet: first what can begin in time, then the rest from easy to hard. */
export function chooseLeads(answer: MatchAnswer): string[] {
  const early = findEarly(answer);
  const others = answer.portfolio_entries.filter((entry) => entry.activity !== early)
    .sort((a, b) => (a.step ?? 0) - (b.step ?? 0)).map((entry) => entry.activity);
  return [...(early === undefined ? [] : [early]), ...others].slice(0, kMostLeads);
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
