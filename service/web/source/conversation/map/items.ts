// What is asked about a contact, and with which answers?
import type { Contact } from "./contacts";

export type ItemName = Exclude<keyof Contact, "id" | "alias" | "circle" | "kind">;
export type ItemValue = string | number | string[];

export interface Item {
  readonly name: ItemName;
  /** The answers to choose from, of which the texts tell the words; absent where something is typed. */
  readonly values?: readonly (string | number)[];
}

const kOrdinals = [1, 2, 3] as const;

/** In the order of a talk: first what most of the advice rests on. */
const kItems: readonly Item[] = [
  { name: "domain", values: ["household", "family", "friend", "neighbour", "work_school", "club", "professional", "other"] },
  { name: "frequency", values: ["daily", "weekly", "monthly", "few_times_a_year", "never"] },
  { name: "wish", values: ["more_contact", "same", "less_contact", "none"] },
  { name: "closeness", values: kOrdinals },
  { name: "practical_support", values: kOrdinals },
  { name: "emotional_support", values: kOrdinals },
  { name: "information_advice", values: kOrdinals },
  { name: "encouragement", values: kOrdinals },
  { name: "critical", values: kOrdinals },
  { name: "help_direction", values: ["both_ways", "to_person", "to_contact"] },
  { name: "known", values: ["less_than_1_year", "1_to_5_years", "more_than_5_years"] },
  { name: "travel_minutes" },
  { name: "interests" },
];

/** What is not asked about a group, a pet or a place: only persons count for support. */
const kOfPersons: ReadonlySet<ItemName> = new Set(
  ["domain", "practical_support", "information_advice", "encouragement", "critical", "help_direction"]);

export const kMostMinutes = 1440;
export const kMostInterests = 10;

export function itemsOf({ kind }: Contact): readonly Item[] {
  return kItems.filter(({ name }) => kind === undefined || kind === "person" || !kOfPersons.has(name));
}

export function findItem(name: string | undefined): Item | undefined {
  return kItems.find((item) => item.name === name);
}

/** Sets an answer; none takes it away. */
export function setItem(contact: Contact, name: ItemName, value: ItemValue | undefined): void {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) delete contact[name];
  else Object.assign(contact, { [name]: value });
}

/** The interests in a line of text, parted by commas. */
export function parseInterests(text: string): string[] {
  return text.split(",").map((part) => part.trim().slice(0, 60)).filter((part) => part !== "").slice(0, kMostInterests);
}
