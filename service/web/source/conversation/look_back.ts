// What is asked and shown in the step "look_back"?
import type { Step } from "./step";

export const kLookBackStep: Step = {
  name: "look_back",
  make: () => [],
};
