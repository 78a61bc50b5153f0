// How is an element made, and its content renewed?

type Listener = (event: Event) => void;
export type Attributes = Record<string, string | number | boolean | null | undefined | Listener>;
export type Child = Node | string | null | undefined;

const kSvg = "http://www.w3.org/2000/svg";

function dress(element: Element, attributes: Attributes, children: Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== undefined));
}

/** An element with attributes, listeners (a function under the event's name) and children; text is never read as markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  dress(element, attributes, children);
  return element;
}

/** The same for a part of a picture. */
export function makeSvg(tag: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  const element = document.createElementNS(kSvg, tag);
  dress(element, attributes, children);
  return element;
}

/** Puts other content in `place`; the focus stays on what has the same id. */
export function renew(place: HTMLElement, ...content: Child[]): void {
  const held = place.contains(document.activeElement) ? document.activeElement?.id : undefined;
  place.replaceChildren(...content.filter((child): child is Node | string => child !== null && child !== undefined));
  if (held) document.getElementById(held)?.focus();
}
