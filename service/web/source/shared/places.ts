// Which place does somebody mean who types its name instead of a postcode?
import type { PlaceList } from "v1";

export type KnownPlace = PlaceList["places"][number];

const kPostcode = /^[1-9][0-9]{3} ?([A-Za-z]{2})?$/;
export const kLeastLetters = 3; // of a name that is begun
const kMostChoices = 6;

/** The places that a name may mean: exactly one or several of that name, or some that begin alike. */
export interface Meant {
  places: KnownPlace[];
  isExact: boolean;
}

export function isPostcode(text: string): boolean {
  return kPostcode.test(text);
}

/** Letters and digits alone, small, without marks: "Beek-Ubbergen" is "beek ubbergen". */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
}

/** The name in full, which means this place alone. */
export function fullName({ name, municipality }: KnownPlace): string {
  return municipality === null || municipality === name ? name : `${name} (${municipality})`;
}

/** What the name means: all that are called so, else those that begin so or are the half of a double name. */
export function findMeant(places: readonly KnownPlace[], typed: string): Meant {
  const name = fold(typed);
  const called = places.filter((place) => fold(place.name) === name);
  const exact = called.length > 0 ? called : places.filter((place) => fold(fullName(place)) === name);
  if (exact.length > 0) return { places: exact, isExact: true };
  const [first = ""] = name.split(" ");
  const alike = places.filter((place) => {
    const known = fold(place.name);
    return name.length >= kLeastLetters && (known.startsWith(name) || known.split(" ").includes(first) && first.length >= kLeastLetters);
  });
  return { places: alike.slice(0, kMostChoices), isExact: false };
}
