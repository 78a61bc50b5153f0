// Where in a profile does the answer to a question stand?
import type { Profile } from "v1";

/** Names of members, from the profile down. */
export type Path = readonly string[];

type Members = Record<string, unknown>;

/** The answer at `path`; undefined where it is not known. */
export function readAt(profile: Profile, path: Path): unknown {
  let at: unknown = profile;
  for (const name of path) at = (at as Members | undefined)?.[name];
  return at;
}

/** Puts the answer at `path`; undefined takes it away, with what holds nothing more then. */
export function writeAt(profile: Profile, path: Path, value: unknown): void {
  writeIn(profile as Members, path, value);
}

function writeIn(target: Members, [name, ...rest]: Path, value: unknown): void {
  if (name === undefined) return;
  if (rest.length > 0) {
    const inner = (target[name] ?? {}) as Members;
    writeIn(inner, rest, value);
    value = Object.keys(inner).length > 0 ? inner : undefined;
  }
  if (value === undefined) delete target[name];
  else target[name] = value;
}

/** A number as it was typed, with a comma or a point; what is none stays as it is, so that the service says what is wrong with it. */
export function parseNumber(text: string): unknown {
  if (text.trim() === "") return undefined;
  const value = Number(text.trim().replace(",", "."));
  return Number.isNaN(value) ? text.trim() : value;
}

export function writeNumber(value: unknown, language: string): string {
  if (value === undefined) return "";
  return typeof value === "number" ? value.toLocaleString(language, { useGrouping: false }) : String(value);
}
