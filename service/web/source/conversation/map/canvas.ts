// How is the map used: by pointer and by keyboard?
import { make, makeSvg } from "../../shared/dom";
import { announce } from "../../shared/frame";
import { circleOf, contactsOf, findContact, kCircles, moveContact, type Circle } from "./contacts";
import { tellFacts } from "./describe";
import { circleAt, placeAt, type Point } from "./layout";
import { drawMap, type Picture } from "./picture";
import { nameOf, nameOfId, tellCircle, word, type View } from "./view";

const kDragsFrom = 6; // CSS pixels that a pointer moves before it drags
const kLeastSize = 260; // CSS pixels
const kMostSize = 640;

function countOthers(view: View, id: string, circle: Circle): number {
  return contactsOf(view.desk.session.talk.profile).filter((contact) => contact.id !== id && circleOf(contact) === circle).length;
}

function placeOf(view: View, id: string): { circle: Circle; place: number } | null {
  const contacts = contactsOf(view.desk.session.talk.profile);
  const contact = contacts.find((entry) => entry.id === id);
  if (contact === undefined) return null;
  const circle = circleOf(contact);
  return { circle, place: contacts.filter((entry) => circleOf(entry) === circle).indexOf(contact) };
}

function tellMove(view: View, id: string, circle: Circle): void {
  announce(word(view, "moved", { name: nameOfId(view, id), circle: tellCircle(view, circle) }));
}

/** Up and down move to the circle within and without, left and right along it. */
function moveByKey(view: View, id: string, key: string): void {
  const from = placeOf(view, id);
  if (from === null) return;
  const circle = kCircles.find((entry) => entry === from.circle + (key === "ArrowUp" ? -1 : key === "ArrowDown" ? 1 : 0)) ?? from.circle;
  const count = countOthers(view, id, from.circle) + 1;
  const along = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0;
  moveContact(view.desk.session, id, circle, along === 0 ? undefined : (from.place + along + count) % count);
  tellMove(view, id, circle);
}

/** The drawing's own coordinates of a pointer. */
function pointOf(picture: Picture, event: PointerEvent): Point {
  const box = picture.drawing.getBoundingClientRect();
  const scale = picture.frame.size / box.width;
  return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
}

function drop(view: View, picture: Picture, id: string, at: Point): void {
  const circle = circleAt(picture.frame, at);
  const others = contactsOf(view.desk.session.talk.profile).filter((contact) => contact.id !== id);
  moveContact(view.desk.session, id, circle, placeAt(picture.frame, at, circle, others));
  tellMove(view, id, circle);
}

function highlight(picture: Picture, circle: Circle | null): void {
  for (const entry of kCircles) picture.drawing.querySelector(`.ring-${entry}`)?.classList.toggle("aim", entry === circle);
}

/** What drags or presses one contact in the drawing. */
class Grip {
  private start: Point | null = null;
  private isDragging = false;

  constructor(private readonly view: View, private readonly picture: Picture, private readonly shape: SVGElement, private readonly id: string) {
    // A finger on it drags and does not scroll; touch-action holds for no shape within a drawing.
    shape.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false });
    shape.addEventListener("pointerdown", (event) => this.press(event));
    shape.addEventListener("pointermove", (event) => this.drag(event));
    shape.addEventListener("pointerup", (event) => this.release(event));
    shape.addEventListener("pointercancel", () => this.put(null));
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.start = { x: event.clientX, y: event.clientY };
    this.shape.setPointerCapture(event.pointerId);
  }

  private drag(event: PointerEvent): void {
    if (this.start === null) return;
    this.isDragging ||= Math.hypot(event.clientX - this.start.x, event.clientY - this.start.y) > kDragsFrom;
    if (!this.isDragging) return;
    const at = pointOf(this.picture, event);
    const node = this.shape.parentElement;
    node?.setAttribute("transform", `translate(${at.x} ${at.y})`);
    node?.classList.add("dragged");
    highlight(this.picture, circleAt(this.picture.frame, at));
  }

  private release(event: PointerEvent): void {
    if (this.start === null) return;
    if (this.isDragging) this.put(pointOf(this.picture, event));
    else this.view.select(this.id);
    this.start = null;
  }

  /** Drops the contact; back where it was without a point. */
  private put(at: Point | null): void {
    this.start = null;
    this.isDragging = false;
    const from = placeOf(this.view, this.id);
    if (at !== null) drop(this.view, this.picture, this.id, at);
    else if (from !== null) moveContact(this.view.desk.session, this.id, from.circle, from.place);
  }
}

function listenToKeys(view: View, shape: SVGElement, id: string): void {
  shape.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") view.select(id);
    else if (event.key.startsWith("Arrow")) moveByKey(view, id, event.key);
    else return;
    event.preventDefault();
  });
}

function bringToLife(view: View, picture: Picture): void {
  picture.drawing.setAttribute("role", "group");
  picture.drawing.setAttribute("aria-label", word(view, "picture"));
  for (const [place, shape] of picture.shapes.entries()) {
    const id = shape.getAttribute("data-contact") ?? "";
    const contact = findContact(view.profile(), id);
    if (contact === undefined) continue;
    shape.setAttribute("tabindex", "0");
    shape.setAttribute("role", "button");
    shape.setAttribute("aria-pressed", String(id === view.selected()));
    const number = picture.key === null ? "" : ` (${place + 1})`;
    const told = [nameOf(view, contact), `${tellCircle(view, circleOf(contact))}${number}`, ...tellFacts(view, contact)];
    shape.setAttribute("aria-label", told.join(", "));
    new Grip(view, picture, shape, id);
    listenToKeys(view, shape, id);
  }
}

export interface Canvas {
  readonly element: HTMLElement;
  /** Draws anew; the contact that had the keyboard keeps it. */
  draw(): void;
  /** Shows of whom is spoken. */
  mark(id: string | null): void;
  focus(id: string | null): void;
}

export function makeCanvas(view: View): Canvas {
  const element = make("div", { class: "canvas" });
  let size = 0;
  let marked: string | null = null;
  let shapes: readonly SVGElement[] = [];
  const mark = (id: string | null): void => {
    marked = id;
    for (const shape of shapes) shape.parentElement?.classList.toggle("spoken-of", shape.getAttribute("data-contact") === id);
  };
  const focus = (id: string | null): void => shapes.find((shape) => shape.getAttribute("data-contact") === id)?.focus();
  const draw = (): void => {
    if (size === 0) return;
    const focused = element.contains(document.activeElement) ? document.activeElement?.getAttribute("data-contact") ?? null : null;
    const picture = drawMap(view, view.profile().network, size);
    bringToLife(view, picture);
    shapes = picture.shapes;
    if (shapes.length === 0) picture.drawing.append(makeSvg("text", { class: "map-empty", x: size / 2, y: size / 2 + 48 }, word(view, "empty")));
    element.replaceChildren(picture.drawing, ...(picture.key === null ? [] : [picture.key]));
    mark(marked);
    focus(focused);
  };
  new ResizeObserver(([entry]) => {
    const width = Math.round(Math.min(kMostSize, Math.max(kLeastSize, entry?.contentRect.width ?? 0)));
    if (width === size || entry?.contentRect.width === 0) return;
    size = width;
    draw();
  }).observe(element);
  return { element, draw, mark, focus };
}
