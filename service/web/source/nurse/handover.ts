// What did a record system hand over, and how does that fill the nurse's form?
import type { Profile } from "v1";
import { emptyIntake, kMaxWishes, kModes, type Intake } from "./intake";

const kStart = "#overdracht=";

/** The token in the address, which does not keep it; null where it has none. */
export function takeToken(): string | null {
  if (!location.hash.startsWith(kStart)) return null;
  const token = location.hash.slice(kStart.length);
  history.replaceState(null, "", location.pathname + location.search);
  return token;
}

function readTravel(travel: NonNullable<NonNullable<Profile["practical"]>["travel"]>, intake: Intake): void {
  intake.staysIn = travel.length === 0 ? "yes" : "";
  intake.modes = kModes.filter((mode) => travel.some((journey) => journey.mode === mode));
  for (const { mode, max_minutes } of travel) intake.minutes[mode] = String(max_minutes);
}

/** The form with what was handed over; the rest as in an empty one. */
export function toIntake({ person, practical, needs, date }: Profile): Intake {
  const intake = emptyIntake();
  intake.postcode = person?.postcode ?? "";
  intake.age = String(person?.age ?? "");
  intake.from = date ?? intake.from;
  intake.wishes = (needs ?? []).slice(0, kMaxWishes).map(({ concept, text }) => ({
    ...(concept === undefined ? {} : { concept }), ...(text === undefined ? {} : { text }) }));
  if (practical?.travel !== undefined) readTravel(practical.travel, intake);
  intake.cost = String(practical?.max_cost_per_session ?? intake.cost);
  intake.within = String(practical?.start_within_days ?? intake.within);
  if (practical?.first_step_support === false) intake.company = "";
  return intake;
}
