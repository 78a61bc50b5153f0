// How is a map drawn?
import { make, makeSvg } from "../../shared/dom";
import { circleOf, contactsOf, kCircles, type Contact, type Network } from "./contacts";
import { tellFacts } from "./describe";
import { placeNames, uncovered, type Label } from "./labels";
import { kPersonRadius, makeFrame, placeContacts, type Frame, type Spot } from "./layout";
import { nameOf, tellCircle, word, type View } from "./view";

const kCircleName = 15; // CSS pixels, from the edge of a circle to the foot of its name
const kWidths: Record<string, number> = { never: 0, few_times_a_year: 1, monthly: 2, weekly: 4, daily: 7 }; // pixels

function makeRings(frame: Frame): SVGElement[] {
  return [...kCircles].reverse().map((circle) => makeSvg("circle", {
    class: `ring ring-${circle}`, cx: frame.middle, cy: frame.middle, r: frame.edges[circle - 1],
  }));
}

function labelCircles(view: View, frame: Frame): Label[] {
  return kCircles.map((circle) => ({ text: tellCircle(view, circle), at: { x: frame.middle, y: frame.middle - frame.edges[circle - 1]! + kCircleName } }));
}

function makeLabel(name: string, { text, at }: Label): SVGElement {
  return makeSvg("text", { class: name, x: at.x.toFixed(1), y: at.y.toFixed(1), "aria-hidden": "true" }, text);
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

function describe(view: View, contact: Contact): string {
  return `${nameOf(view, contact)}: ${[tellCircle(view, circleOf(contact)), ...tellFacts(view, contact)].join(", ")}`;
}

/** A contact with a sign in it, and its name beside it where there is room for names. */
function makeNode(view: View, { contact, at, radius }: Spot, sign: string, name: Label | undefined): SVGElement {
  const shape = makeShape(contact, radius);
  shape.setAttribute("data-contact", contact.id);
  shape.append(makeSvg("title", {}, describe(view, contact)));
  return makeSvg("g", { class: `node domain-${contact.domain ?? "unknown"}`, transform: `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})` },
    shape,
    makeSvg("text", { class: "sign", y: "0.35em", "aria-hidden": "true" }, sign),
    name === undefined ? null : makeLabel("name", { text: name.text, at: { x: name.at.x - at.x, y: name.at.y - at.y } }));
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
    makeSvg("circle", { r: kPersonRadius }), makeSvg("text", { y: "0.35em" }, word(view, "person")));
}

/** Which number is whose, by circle, for the eye; each contact in the drawing has a name of its own. */
function makeKey(view: View, spots: readonly Spot[]): HTMLElement {
  const groups = kCircles.map((circle) => spots.filter(({ contact }) => circleOf(contact) === circle)).filter((group) => group.length > 0);
  return make("div", { class: "map-key", "aria-hidden": "true" }, ...groups.map((group) => make("div", {},
    make("p", {}, tellCircle(view, circleOf(group[0]!.contact))),
    make("ol", { start: spots.indexOf(group[0]!) + 1 }, ...group.map(({ contact }) => make("li", {}, nameOf(view, contact)))))));
}

export interface Picture {
  readonly drawing: SVGElement;
  readonly frame: Frame;
  readonly shapes: readonly SVGElement[]; // of the contacts
  readonly key: HTMLElement | null; // where there is no room for names: then each contact has a number
}

/** The circles with the contacts of `network`, `size` CSS pixels wide and high. */
export function drawMap(view: View, network: Network | undefined, size: number): Picture {
  const frame = makeFrame(size);
  const spots = placeContacts(frame, contactsOf({ network }));
  const names = spots.map(({ contact }) => nameOf(view, contact));
  const circles = uncovered(frame, spots, labelCircles(view, frame));
  const labels = placeNames(frame, spots, names, circles);
  const signs = names.map((name, place) => labels === null ? String(place + 1) : [...name][0]?.toUpperCase() ?? "");
  const nodes = spots.map((spot, place) => makeNode(view, spot, signs[place]!, labels?.[place]));
  const drawing = makeSvg("svg", { class: "circles", viewBox: `0 0 ${size} ${size}`, width: size, height: size },
    ...makeRings(frame), ...circles.map((label) => makeLabel("ring-name", label)), ...makeLines(network, frame, spots), makeMiddle(view, frame), ...nodes);
  return { drawing, frame, shapes: [...drawing.querySelectorAll<SVGElement>("[data-contact]")], key: labels === null ? makeKey(view, spots) : null };
}
