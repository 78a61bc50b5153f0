// Which steps go with a phase of the talk?
import type { Phase } from "../shared/session";
import { kSteps, type StepName } from "./step";

// Who gets to know each other is pressed to nothing; who seeks what to reach for ends in one sentence.
const kOfPhase: ReadonlyMap<Phase, readonly StepName[]> = new Map([
  ["contact", ["moment", "look_back", "map", "close"]],
  ["ambition", ["moment", "look_back", "map", "needs", "plan", "close"]],
]);

export function stepsOf(phase: Phase | null): readonly StepName[] {
  return (phase === null ? undefined : kOfPhase.get(phase)) ?? kSteps;
}
