// What is asked and shown in the step "map"?
import type { Step } from "./step";

export const kMapStep: Step = {
  name: "map",
  make: () => [],
};
