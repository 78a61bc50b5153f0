// What is asked and shown in the step "moment"?
import type { Step } from "./step";

export const kMomentStep: Step = {
  name: "moment",
  make: () => [],
};
