// What is asked and shown in the step "result"?
import type { Step } from "./step";

export const kResultStep: Step = {
  name: "result",
  make: () => [],
};
