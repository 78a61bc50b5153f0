// How is a map drawn?
import { makeSvg } from "../../shared/dom";
import { circleOf, contactsOf, kCircles, type Contact, type Network } from "./contacts";
import { makeFrame, placeContacts, type Frame, type Spot } from "./layout";
import { nameOf, tellCircle, word, type View } from "./view";

const kLetterWidth = 7.5; // CSS pixels, of the labels' 0.8125rem
const kFewestLetters = 6;
const kRoomForName = 1.1; // of the width of the picture by the size of the fullest circle
const kNameBelow = 14; // pixels, the foot of a name under its contact
const kWidths: Record<string, number> = { never: 0, few_times_a_year: 1, monthly: 2, weekly: 4, daily: 7 }; // pixels

function makeRings(view: View, frame: Frame): SVGElement[] {
  const circles = [...kCircles].reverse().map((circle) => makeSvg("circle", {
    class: `ring ring-${circle}`, cx: frame.middle, cy: frame.middle, r: frame.edges[circle - 1],
  }));
  const names = kCircles.map((circle) => makeSvg("text", {
    class: "ring-name", x: frame.middle, y: frame.middle - frame.edges[circle - 1]! + 15, "aria-hidden": "true",
  }, tellCircle(view, circle)));
  return [...circles, ...names];
}

/** One outline for each kind of contact, so that no one needs the colour. */
export function makeShape({ kind = "person" }: Contact, radius: number): SVGElement {
  const known = { class: "shape" };
  if (kind === "group") return makeSvg("rect", { ...known, x: -radius, y: -radius * 0.8, width: 2 * radius, height: 1.6 * radius, rx: radius * 0.3 });
  if (kind === "place") return makeSvg("path", { ...known, d: `M0 ${-radius}L${radius} 0L0 ${radius}L${-radius} 0Z` });
  if (kind === "pet") return makeSvg("path", { ...known, d: hexagon(radius) });
  return makeSvg("circle", { ...known, r: radius });
}

function hexagon(radius: number): string {
  const corners = Array.from({ length: 6 }, (_, corner) => corner * Math.PI / 3)
    .map((angle) => `${(radius * Math.cos(angle)).toFixed(1)} ${(radius * Math.sin(angle)).toFixed(1)}`);
  return `M${corners.join("L")}Z`;
}

function shorten(name: string, frame: Frame, spots: readonly Spot[]): string {
  const crowd = Math.max(...kCircles.map((circle) => spots.filter(({ contact }) => circleOf(contact) === circle).length), 3);
  const letters = Math.max(kFewestLetters, Math.floor(frame.size / crowd / kLetterWidth * kRoomForName));
  return name.length <= letters ? name : `${name.slice(0, letters - 1).trimEnd()}…`;
}

function describe(view: View, contact: Contact): string {
  const often = contact.frequency === undefined ? "" : `, ${word(view, `item.frequency.${contact.frequency}`)}`;
  return `${nameOf(view, contact)}: ${tellCircle(view, circleOf(contact))}${often}`;
}

/** A name under its contact, or above the lowest ones; it stays within the picture. */
function makeName(name: string, { at, radius }: Spot, frame: Frame): SVGElement {
  const half = name.length * kLetterWidth / 2;
  const shift = Math.max(0, half - at.x) - Math.max(0, at.x + half - frame.size);
  const isLow = at.y + radius + kNameBelow > frame.size;
  return makeSvg("text", { class: "name", x: shift.toFixed(1), y: isLow ? -radius - 5 : radius + kNameBelow, "aria-hidden": "true" }, name);
}

function makeNode(view: View, spot: Spot, frame: Frame, spots: readonly Spot[]): SVGElement {
  const { contact, at, radius } = spot;
  const name = nameOf(view, contact);
  const shape = makeShape(contact, radius);
  shape.setAttribute("data-contact", contact.id);
  shape.append(makeSvg("title", {}, describe(view, contact)));
  return makeSvg("g", { class: `node domain-${contact.domain ?? "unknown"}${spot.isCrowded ? " crowded" : ""}`, transform: `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})` },
    shape,
    makeSvg("text", { class: "initial", y: "0.35em", "aria-hidden": "true" }, [...name][0]?.toUpperCase() ?? ""),
    makeName(shorten(name, frame, spots), spot, frame));
}

function makeLines(network: Network | undefined, frame: Frame, spots: readonly Spot[]): SVGElement[] {
  const at = new Map(spots.map((spot) => [spot.contact.id, spot.at]));
  const contacts = spots.map(({ contact, at: { x, y } }) => makeSvg("line", {
    class: contact.frequency === undefined ? "unknown" : null, x1: frame.middle, y1: frame.middle, x2: x, y2: y,
    "stroke-width": contact.frequency === undefined ? 1 : kWidths[contact.frequency],
  }));
  const ties = (network?.ties ?? []).map(([one, other]) => [at.get(one ?? ""), at.get(other ?? "")] as const)
    .map(([from, to]) => from && to ? makeSvg("line", { class: "knows", x1: from.x, y1: from.y, x2: to.x, y2: to.y }) : null);
  return [...ties.filter((line) => line !== null), ...contacts];
}

function makeMiddle(view: View, frame: Frame): SVGElement {
  return makeSvg("g", { class: "middle", transform: `translate(${frame.middle} ${frame.middle})`, "aria-hidden": "true" },
    makeSvg("circle", { r: 20 }), makeSvg("text", { y: "0.35em" }, word(view, "person")));
}

export interface Picture {
  readonly drawing: SVGElement;
  readonly frame: Frame;
  readonly shapes: readonly SVGElement[]; // of the contacts
}

/** The circles with the contacts of `network`, `size` CSS pixels wide and high. */
export function drawMap(view: View, network: Network | undefined, size: number): Picture {
  const frame = makeFrame(size);
  const spots = placeContacts(frame, contactsOf({ network }));
  const nodes = spots.map((spot) => makeNode(view, spot, frame, spots));
  const drawing = makeSvg("svg", { class: "circles", viewBox: `0 0 ${size} ${size}`, width: size, height: size },
    ...makeRings(view, frame), ...makeLines(network, frame, spots), makeMiddle(view, frame), ...nodes);
  return { drawing, frame, shapes: [...drawing.querySelectorAll<SVGElement>("[data-contact]")] };
}
