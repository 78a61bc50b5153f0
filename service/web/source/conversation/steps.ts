// Where does each step come from? From a script of its own, so that the first view waits for one alone.
import { kMomentStep } from "./moment";
import type { Step, StepName } from "./step";

const kLoaders: Record<StepName, () => Promise<Step>> = {
  moment: () => Promise.resolve(kMomentStep),
  look_back: async () => (await import("./look_back")).kLookBackStep,
  map: async () => (await import("./map")).kMapStep,
  needs: async () => (await import("./needs")).kNeedsStep,
  fit: async () => (await import("./fit")).kFitStep,
  result: async () => (await import("./result")).kResultStep,
  plan: async () => (await import("./plan")).kPlanStep,
  close: async () => (await import("./close")).kCloseStep,
};

/** Rejects where the service cannot be reached. */
export function loadStep(name: StepName): Promise<Step> {
  return kLoaders[name]();
}
