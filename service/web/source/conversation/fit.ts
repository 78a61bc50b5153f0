// What is asked and shown in the step "fit"?
import type { Step } from "./step";

export const kFitStep: Step = {
  name: "fit",
  make: () => [],
};
