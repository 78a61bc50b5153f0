// What does a nurse fill in, and which profile is that?
import type { Profile } from "v1";
import { writeDay } from "../shared/days";
import { isPostcode } from "../shared/places";

export const kModes = ["walk", "wheelchair", "bicycle", "public_transport", "car", "lift"] as const;
export type Mode = (typeof kModes)[number];

/** What matters: a concept of the vocabulary, or the patient's own words. */
export interface Wish {
  concept?: string;
  text?: string;
}

/** The form as it stands, typed text as it was typed. */
export interface Intake {
  postcode: string; // or the name of a place
  place: string | null; // the postcode that the name stands for; null where there is no name, or it is not clear
  age: string; // whole years
  modes: Mode[];
  staysIn: "" | "yes"; // whether the patient does not leave the house
  wishes: Wish[];
  from: string; // the first day, as "2026-11-26"
  minutes: Record<Mode, string>; // the longest journey
  within: string; // days until the first lead must start
  cost: string; // euro a time; "" for any
  company: "" | "yes"; // whether somebody comes along the first time
  avoided: string[]; // ids of activities that are not wanted
}

export const kFieldNames = ["postcode", "age", "travel", "wishes", "from", "minutes", "within", "cost"] as const;
export type FieldName = (typeof kFieldNames)[number];

export interface Fault {
  field: FieldName;
  text: string; // a path of the texts, or the service's own sentence
}

export const kMaxWishes = 2; // a sheet for this week holds no more
const kMostImportant = 3; // as the profile has it
const kMaxAge = 120;
const kMaxMinutes = 180;
const kMaxDays = 365;

/** Journeys are what people make without thinking twice; an allowance for a first week at home. */
export function emptyIntake(): Intake {
  return {
    postcode: "", place: null, age: "", modes: ["walk", "public_transport"], staysIn: "", wishes: [], from: writeDay(),
    minutes: { walk: "15", wheelchair: "15", bicycle: "20", public_transport: "40", car: "30", lift: "30" },
    within: "7", cost: "5", company: "yes", avoided: [],
  };
}

function isWhole(text: string, least: number, most: number): boolean {
  return /^[0-9]{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most;
}

/** Whether the text is an amount in euro, such as "5" or "2,50". */
export function isEuro(text: string): boolean {
  return /^[0-9]{1,4}([.,][0-9]{1,2})?$/.test(text);
}

function toEuro(text: string): number {
  return Number(text.replace(",", "."));
}

/** What is wrong with the form, field by field in their order; empty where all is well. */
export function findFaults(intake: Intake): Fault[] {
  const faults: Fault[] = [];
  const expect = (holds: boolean, field: FieldName): void => {
    if (!holds) faults.push({ field, text: `nurse.fault.${field}` });
  };
  expect(isPostcode(intake.place ?? intake.postcode), "postcode");
  expect(intake.age === "" || isWhole(intake.age, 0, kMaxAge), "age");
  expect(intake.staysIn === "yes" || intake.modes.length > 0, "travel");
  expect(/^\d{4}-\d{2}-\d{2}$/.test(intake.from), "from");
  expect(intake.staysIn === "yes" || intake.modes.every((mode) => isWhole(intake.minutes[mode], 1, kMaxMinutes)), "minutes");
  expect(isWhole(intake.within, 0, kMaxDays), "within");
  expect(intake.cost === "" || isEuro(intake.cost), "cost");
  return faults;
}

/** The profile of a form without faults. */
export function toProfile(intake: Intake, language: "nl" | "en", sheetLanguage: string): Profile {
  const travel = intake.staysIn === "yes" ? [] : intake.modes.map((mode) => ({ mode, max_minutes: Number(intake.minutes[mode]) }));
  const profile: Profile = {
    language, moment: "discharge", date: intake.from,
    person: { postcode: intake.place ?? intake.postcode },
    practical: { travel, first_step_support: intake.company === "yes", start_within_days: Number(intake.within) },
    needs: intake.wishes.map((wish) => ({ ...wish, priority: kMostImportant })),
    sheet_language: sheetLanguage,
  };
  if (intake.age !== "" && profile.person) profile.person.age = Number(intake.age);
  if (intake.cost !== "" && profile.practical) profile.practical.max_cost_per_session = toEuro(intake.cost);
  if (intake.avoided.length > 0) profile.avoid = { activities: intake.avoided };
  return profile;
}

const kFields: readonly (readonly [string, FieldName])[] = [
  ["/person/postcode", "postcode"], ["/person/age", "age"], ["/practical/travel", "travel"], ["/needs", "wishes"], ["/date", "from"],
  ["/practical/start_within_days", "within"], ["/practical/max_cost_per_session", "cost"]];

/** The field that a fault of the service is about; absent where it is none of the form's. */
export function fieldOf(pointer: string): FieldName | undefined {
  return kFields.find(([start]) => pointer.startsWith(start))?.[1];
}
