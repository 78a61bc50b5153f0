// What is asked and shown in the step "plan"?
import type { Step } from "./step";

export const kPlanStep: Step = {
  name: "plan",
  make: () => [],
};
