// How does the list of what someone wants change? What was not meant is kept with the need it is about.
import type { Profile } from "v1";

export type Need = NonNullable<Profile["needs"]>[number];
export type Priority = 1 | 2 | 3;

export const kMostNeeds = 20; // of the profile's schema
export const kMostFirst = 3; // needs that may come first: more is no choice
export const kFirst: Priority = 3;
export const kPriorities: readonly Priority[] = [3, 2, 1];
const kUsual: Priority = 2;

export function needsOf(profile: Profile): readonly Need[] {
  return profile.needs ?? [];
}

export function isFull(profile: Profile): boolean {
  return needsOf(profile).length >= kMostNeeds;
}

export function priorityOf(need: Need): Priority {
  return need.priority ?? kUsual;
}

/** Whether one more need may come first. */
export function mayBeFirst(profile: Profile): boolean {
  return needsOf(profile).filter((need) => priorityOf(need) === kFirst).length < kMostFirst;
}

export function findConcept(profile: Profile, id: string): number {
  return needsOf(profile).findIndex((need) => need.concept === id);
}

/** Places of what was not meant follow their needs; `place` is null for a need that is gone. */
function follow(profile: Profile, place: (need: number) => number | null): void {
  const moved = (profile.not_meant ?? []).flatMap((entry) => {
    const need = place(entry.need);
    return need === null ? [] : [{ ...entry, need }];
  });
  if (moved.length > 0) profile.not_meant = moved;
  else delete profile.not_meant;
}

/** The place of the new need. requires: the list is not full */
export function addNeed(profile: Profile, need: Need): number {
  profile.needs = [...needsOf(profile), { priority: kUsual, ...need }];
  return profile.needs.length - 1;
}

export function removeNeed(profile: Profile, index: number): void {
  profile.needs = needsOf(profile).filter((_, place) => place !== index);
  if (profile.needs.length === 0) delete profile.needs;
  follow(profile, (need) => (need === index ? null : need > index ? need - 1 : need));
}

/** requires: both places are in the list */
export function swapNeeds(profile: Profile, one: number, other: number): void {
  const needs = [...needsOf(profile)];
  [needs[one], needs[other]] = [needs[other] as Need, needs[one] as Need];
  profile.needs = needs;
  follow(profile, (need) => (need === one ? other : need === other ? one : need));
}

/** Changes one need; without a concept and without words it is gone, and the answer is false. */
export function changeNeed(profile: Profile, index: number, edit: (need: Need) => void): boolean {
  const need = profile.needs?.[index];
  if (need === undefined) return false;
  edit(need);
  if (need.text?.trim() === "") delete need.text;
  if (need.concept !== undefined || need.text !== undefined) return true;
  removeNeed(profile, index);
  return false;
}

export function isMeant(profile: Profile, need: number, name: string): boolean {
  return !(profile.not_meant ?? []).some((entry) => entry.need === need && entry.name === name);
}

export function setMeant(profile: Profile, reading: { need: number; name: string }, meaning: "meant" | "not_meant"): void {
  const { need, name } = reading;
  const others = (profile.not_meant ?? []).filter((entry) => entry.need !== need || entry.name !== name);
  profile.not_meant = meaning === "meant" ? others : [...others, { need, name }];
  if (profile.not_meant.length === 0) delete profile.not_meant;
}
