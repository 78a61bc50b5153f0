// What is asked and shown in the step "needs"?
import type { Step } from "./step";

export const kNeedsStep: Step = {
  name: "needs",
  make: () => [],
};
