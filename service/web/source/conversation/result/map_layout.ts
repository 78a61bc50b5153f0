// Where on the drawn map does each place stand?
import type { Match, MatchAnswer } from "v1";

export const kSide = 360; // of the picture, in its own units
export const kMarker = 15; // radius
const kRoom = kSide / 2 - kMarker - 4; // from home to the outer circle
const kRings = 3;
const kSteps = [0.5, 1, 2, 5, 10, 20, 50, 100]; // km between circles
export const kNorthKm = 111.2; // of a degree of latitude, on a sphere of 6,371 km
const kFull = 180; // degrees

export type Point = NonNullable<MatchAnswer["home"]>;

/** A match with its number in the map's list and its way from home. */
export interface Located {
  number: number;
  match: Match;
  km: number; // as the crow flies
}

/** Places that stand so near each other that they share one mark. */
export interface Mark {
  x: number;
  y: number;
  numbers: number[];
}

/** Home stands in the middle, the north is up. */
export interface MapLayout {
  home: Point;
  scale: number; // units of the picture a km
  rings: { km: number; radius: number }[]; // from the inside
  marks: Mark[];
  located: Located[];
  elsewhere: number; // matches without a place: at home, by phone, on the internet or not told
}

interface Spot extends Located {
  east: number; // km from home
  north: number;
}

/** The earth is taken as flat, which for a day's journey it is. */
function findSpot(home: Point, place: Point): { east: number; north: number } {
  return {
    east: (place.longitude - home.longitude) * kNorthKm * Math.cos(home.latitude * Math.PI / kFull),
    north: (place.latitude - home.latitude) * kNorthKm,
  };
}

function toPicture(scale: number, { east, north }: { east: number; north: number }): { x: number; y: number } {
  return { x: kSide / 2 + east * scale, y: kSide / 2 - north * scale };
}

/** Where `place` stands in the picture, or beyond it. */
export function standOf({ home, scale }: MapLayout, place: Point): { x: number; y: number } {
  return toPicture(scale, findSpot(home, place));
}

function gather(spots: readonly Spot[], scale: number): Mark[] {
  const marks: Mark[] = [];
  for (const spot of spots) {
    const { number } = spot;
    const { x, y } = toPicture(scale, spot);
    const near = marks.find((mark) => Math.hypot(mark.x - x, mark.y - y) < 2 * kMarker);
    if (near === undefined) marks.push({ x, y, numbers: [number] });
    else near.numbers.push(number);
  }
  return marks;
}

/** The map of an answer, its matches in the order of the list; null where home or every place is unknown. */
export function layOut(home: Point | null, matches: readonly Match[]): MapLayout | null {
  const spots: Spot[] = [];
  for (const match of matches) {
    const { location } = match.activity;
    if (home === null || location === null) continue;
    const spot = findSpot(home, location);
    spots.push({ number: spots.length + 1, match, km: Math.hypot(spot.east, spot.north), ...spot });
  }
  if (home === null || spots.length === 0) return null;
  const farthest = Math.max(...spots.map(({ km }) => km));
  const step = kSteps.find((km) => km * kRings >= farthest) ?? Math.ceil(farthest / kRings);
  const scale = kRoom / (step * kRings);
  const rings = Array.from({ length: kRings }, (_, place) => ({ km: step * (place + 1), radius: step * (place + 1) * scale }));
  return { home, scale, rings, marks: gather(spots, scale), located: spots, elsewhere: matches.length - spots.length };
}
