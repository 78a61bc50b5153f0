// How do free hours become parts of days, and parts of days hours?
import type { Profile } from "v1";

export type Hours = NonNullable<NonNullable<Profile["practical"]>["availability"]>[number];
export type Day = Hours["days"][number];
export type Part = "morning" | "afternoon" | "evening";
export type Cell = `${Day}-${Part}`;

export const kDays: readonly Day[] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
export const kParts: readonly Part[] = ["morning", "afternoon", "evening"];
const kBounds = ["06:00", "12:00", "18:00", "24:00"]; // of the parts, local time
const kMidnight = "00:00"; // the night before is part of the morning

export interface DayParts {
  cells: ReadonlySet<Cell>;
  /** Hours that no parts of days say; they stay as they are. */
  rest: readonly Hours[];
}

export function allCells(): Cell[] {
  return kDays.flatMap((day) => kParts.map((part): Cell => `${day}-${part}`));
}

export function readParts(hours: readonly Hours[]): DayParts {
  const cells = new Set<Cell>();
  const rest: Hours[] = [];
  for (const entry of hours) {
    const from = entry.from === kMidnight ? 0 : kBounds.indexOf(entry.from);
    const to = kBounds.indexOf(entry.to);
    if (from < 0 || to <= from) {
      rest.push(entry);
      continue;
    }
    for (const day of entry.days) for (const part of kParts.slice(from, to)) cells.add(`${day}-${part}`);
  }
  return { cells, rest };
}

/** Where parts of one day follow each other they are one stretch: [first, after the last]. */
function listStretches(cells: ReadonlySet<Cell>, day: Day): [number, number][] {
  const stretches: [number, number][] = [];
  for (const [place, part] of kParts.entries()) {
    if (!cells.has(`${day}-${part}`)) continue;
    const last = stretches.at(-1);
    if (last?.[1] === place) last[1] = place + 1;
    else stretches.push([place, place + 1]);
  }
  return stretches;
}

/** Days with the same hours stand together; undefined where nothing is chosen. */
export function writeParts({ cells, rest }: DayParts): Hours[] | undefined {
  const byTime = new Map<string, Hours>();
  for (const day of kDays) {
    for (const [first, after] of listStretches(cells, day)) {
      const [from, to] = [kBounds[first] ?? "", kBounds[after] ?? ""];
      const together = byTime.get(from + to);
      if (together === undefined) byTime.set(from + to, { days: [day], from, to });
      else together.days.push(day);
    }
  }
  const hours = [...byTime.values(), ...rest];
  return hours.length > 0 ? hours : undefined;
}
