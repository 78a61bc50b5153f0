// Is there room for the names of the contacts in the picture, and where does each stand?
import { kPersonRadius, type Disc, type Frame, type Point, type Spot } from "./layout";

/** A text, centred on `at`, which is at its foot. */
export interface Label {
  text: string;
  at: Point;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const kLetterWidth = 7.5; // CSS pixels, of the labels' 0.8125rem; as all lengths here
const kAbove = 14; // from the foot of a text to its top
const kBelow = 4; // and to its bottom
const kNameBelow = 14; // from a contact's edge to the foot of its name
const kNameAbove = 5; // likewise, of a name above it
const kMostLetters = 18;
const kFewestLetters = 6;

function boxOfLabel({ text, at }: Label): Box {
  const half = text.length * kLetterWidth / 2;
  return { left: at.x - half, right: at.x + half, top: at.y - kAbove, bottom: at.y + kBelow };
}

function boxOfDisc({ at, radius }: Disc): Box {
  return { left: at.x - radius, right: at.x + radius, top: at.y - radius, bottom: at.y + radius };
}

function personIn({ middle }: Frame): Disc {
  return { at: { x: middle, y: middle }, radius: kPersonRadius };
}

function isOver(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** A name under its contact, or above the lowest ones; it stays within the picture. */
function placeName(text: string, { at, radius }: Spot, frame: Frame): Label {
  const half = text.length * kLetterWidth / 2;
  const shift = Math.max(0, half - at.x) - Math.max(0, at.x + half - frame.size);
  const isLow = at.y + radius + kNameBelow + kBelow > frame.size;
  return { text, at: { x: at.x + shift, y: isLow ? at.y - radius - kNameAbove : at.y + radius + kNameBelow } };
}

function shorten(name: string, most: number): string {
  const letters = [...name];
  return letters.length <= most ? name : `${letters.slice(0, most - 1).join("").trimEnd()}…`;
}

/** Those of `labels` that no contact and not the person in the middle covers. */
export function uncovered(frame: Frame, spots: readonly Spot[], labels: readonly Label[]): Label[] {
  const discs = [...spots, personIn(frame)].map(boxOfDisc);
  return labels.filter((label) => !discs.some((disc) => isOver(boxOfLabel(label), disc)));
}

/** The places of the names that are over another, over one of the `fixed` or over another's contact. */
function listCovering(names: readonly Label[], spots: readonly Spot[], fixed: readonly Box[]): number[] {
  const boxes = names.map(boxOfLabel);
  const discs = spots.map(boxOfDisc);
  const covers = (box: Box, place: number): boolean => fixed.some((other) => isOver(box, other))
    || [boxes, discs].some((others) => others.some((other, at) => at !== place && isOver(box, other)));
  return [...boxes.keys()].filter((place) => covers(boxes[place]!, place));
}

/**
 * The names of the contacts at `spots`, in their order, as long as stands clear of each other and of what is written `besides`;
 * null where there is no room, or where short names would no longer tell two contacts apart.
 */
export function placeNames(frame: Frame, spots: readonly Spot[], names: readonly string[], besides: readonly Label[]): Label[] | null {
  const fixed = [boxOfDisc(personIn(frame)), ...besides.map(boxOfLabel)];
  const place = (name: string, at: number): Label => placeName(name, spots[at]!, frame);
  const labels = names.map((name, at) => place(shorten(name, kMostLetters), at));
  const lengthOf = (at: number): number => [...labels[at]!.text].length;
  for (let covering = listCovering(labels, spots, fixed); covering.length > 0; covering = listCovering(labels, spots, fixed)) {
    const longest = covering.reduce((one, other) => lengthOf(other) > lengthOf(one) ? other : one);
    if (lengthOf(longest) <= kFewestLetters) return null;
    labels[longest] = place(shorten(names[longest]!, lengthOf(longest) - 1), longest);
  }
  return new Set(labels.map(({ text }) => text)).size === new Set(names).size ? labels : null;
}
