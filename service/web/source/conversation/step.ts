// What is one step of the conversation?
import type { ConceptList, MatchAnswer } from "v1";
import type { Session } from "../shared/session";
import type { Texts } from "../shared/texts";

export const kSteps = ["moment", "look_back", "map", "needs", "fit", "result", "plan", "close"] as const;
export type StepName = (typeof kSteps)[number];

export type Concept = ConceptList["concepts"][number];

/** What each step works with. */
export interface Desk {
  readonly session: Session;
  readonly texts: Texts;
  readonly concepts: readonly Concept[];
  /** The answer to the profile as it is now; asked once for each state of it. Rejects with Refused. */
  matches(): Promise<MatchAnswer>;
  go(step: StepName): void;
}

export interface Step {
  readonly name: StepName;
  /** The step's content under its heading; made anew whenever it is shown. */
  make(desk: Desk): Node[];
}

const kStepsByMember: Readonly<Record<string, StepName>> = {
  network: "map", needs: "needs", interests: "needs", dislikes: "needs", not_meant: "needs", moment: "moment", tried: "look_back",
  network_before: "look_back", person: "fit", practical: "fit", avoid: "fit", sheet_language: "plan", goal: "plan", chosen: "plan",
};

/** The step that holds what the service's `pointer` names; absent where none does. A plan's pointers begin with /profile. */
export function stepAt(pointer: string): StepName | undefined {
  const member = pointer.replace(/^\/profile/, "").split("/")[1] ?? "";
  return Object.hasOwn(kStepsByMember, member) ? kStepsByMember[member] : undefined;
}
