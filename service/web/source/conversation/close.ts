// What is asked and shown in the step "close"?
import type { Step } from "./step";

export const kCloseStep: Step = {
  name: "close",
  make: () => [],
};
