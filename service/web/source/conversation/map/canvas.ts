// How is the map used: by pointer and by keyboard?
import { make, makeSvg } from "../../shared/dom";
import { announce } from "../../shared/frame";
import { circleOf, contactsOf, findContact, kCircles, moveContact, type Circle } from "./contacts";
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
  moveContact(view.desk.session, id, circle, placeAt(picture.frame, at, circle, countOthers(view, id, circle) + 1));
  tellMove(view, id, circle);
}

function highlight(picture: Picture, circle: Circle | null): void {
  for (const entry of kCircles) picture.drawing.querySelector(`.ring-${entry}`)?.classList.toggle("aim", entry === circle);
}

function listenToPointer(view: View, picture: Picture, node: SVGElement, id: string): void {
  let start: Point | null = null;
  let isDragging = false;
  node.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    start = { x: event.clientX, y: event.clientY };
    node.setPointerCapture(event.pointerId);
  });
  node.addEventListener("pointermove", (event) => {
    if (start === null) return;
    isDragging ||= Math.hypot(event.clientX - start.x, event.clientY - start.y) > kDragsFrom;
    if (!isDragging) return;
    const at = pointOf(picture, event);
    node.setAttribute("transform", `translate(${at.x} ${at.y})`);
    node.classList.add("dragged");
    highlight(picture, circleAt(picture.frame, at));
  });
  node.addEventListener("pointerup", (event) => {
    if (start === null) return;
    start = null;
    if (isDragging) drop(view, picture, id, pointOf(picture, event));
    else view.select(id);
    isDragging = false;
  });
  node.addEventListener("pointercancel", () => {
    start = null;
    isDragging = false;
    view.select(view.selected());
  });
}

function listenToKeys(view: View, node: SVGElement, id: string): void {
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") view.select(id);
    else if (event.key.startsWith("Arrow")) moveByKey(view, id, event.key);
    else return;
    event.preventDefault();
  });
}

function bringToLife(view: View, picture: Picture): void {
  for (const node of picture.nodes) {
    const id = node.getAttribute("data-contact") ?? "";
    const contact = findContact(view.profile(), id);
    if (contact === undefined) continue;
    const isSelected = id === view.selected();
    node.setAttribute("tabindex", "0");
    node.setAttribute("role", "button");
    node.setAttribute("aria-pressed", String(isSelected));
    node.setAttribute("aria-label", `${nameOf(view, contact)}, ${tellCircle(view, circleOf(contact))}`);
    node.classList.toggle("selected", isSelected);
    listenToPointer(view, picture, node, id);
    listenToKeys(view, node, id);
  }
}

export interface Canvas {
  readonly element: HTMLElement;
  /** Draws anew; the contact that had the keyboard keeps it. */
  draw(): void;
}

export function makeCanvas(view: View): Canvas {
  const element = make("div", { class: "canvas" });
  let size = 0;
  const draw = (): void => {
    if (size === 0) return;
    const focused = element.contains(document.activeElement) ? document.activeElement?.getAttribute("data-contact") : null;
    const picture = drawMap(view, view.profile().network, size);
    picture.drawing.setAttribute("role", "group");
    picture.drawing.setAttribute("aria-label", word(view, "picture"));
    bringToLife(view, picture);
    if (picture.nodes.length === 0) {
      picture.drawing.append(makeSvg("text", { class: "empty", x: size / 2, y: size / 2 + 48 }, word(view, "empty")));
    }
    element.replaceChildren(picture.drawing);
    picture.nodes.find((node) => node.getAttribute("data-contact") === focused)?.focus();
  };
  new ResizeObserver(([entry]) => {
    const width = Math.round(Math.min(kMostSize, Math.max(kLeastSize, entry?.contentRect.width ?? 0)));
    if (width === size || entry?.contentRect.width === 0) return;
    size = width;
    draw();
  }).observe(element);
  return { element, draw };
}
