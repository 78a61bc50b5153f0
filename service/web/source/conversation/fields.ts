// How are the fields and buttons of a step made?
import { make, type Attributes, type Child } from "../shared/dom";

interface Field {
  id: string;
  label: string | Node;
  hint?: string;
  input: HTMLElement; // gets the id, and is described by the hint and by what is wrong
}

type Style = "primary-action" | "secondary-action" | "subtle";

export function makeButton(style: Style, attributes: Attributes, ...children: Child[]): HTMLButtonElement {
  return make("button", { type: "button", class: `utrecht-button utrecht-button--${style}`, ...attributes }, ...children);
}

/** An input under its label, with a place for what is wrong with it (see `tellFault`). */
export function makeField({ id, label, hint, input }: Field): HTMLElement {
  input.id = id;
  input.setAttribute("aria-describedby", hint === undefined ? `${id}-fault` : `${id}-hint ${id}-fault`);
  return make("div", { class: "utrecht-form-field ask-field" },
    make("label", { class: "utrecht-form-label", for: id }, label),
    hint === undefined ? null : make("p", { class: "utrecht-form-field-description ask-hint", id: `${id}-hint` }, hint),
    input,
    make("p", { class: "utrecht-form-field-error-message ask-fault", id: `${id}-fault` }));
}

export function makeTextbox(attributes: Attributes): HTMLInputElement {
  return make("input", { type: "text", class: "utrecht-textbox utrecht-textbox--html-input", autocomplete: "off", ...attributes });
}

type Choice = readonly [value: string, label: string];

export function makeSelect(choices: readonly Choice[], chosen: string, attributes: Attributes): HTMLSelectElement {
  return make("select", { class: "utrecht-select utrecht-select--html-select", ...attributes },
    ...choices.map(([value, label]) => make("option", { value, selected: value === chosen }, label)));
}

interface Tick {
  type: "checkbox" | "radio";
  id: string;
  name?: string; // of the radio buttons that go together
  label: string;
  isChosen: boolean;
  change: (isChosen: boolean) => void;
}

/** A checkbox or radio button that can be hit anywhere on its label. */
export function makeTick({ type, id, name, label, isChosen, change }: Tick): HTMLElement {
  const look = type === "radio" ? "utrecht-radio-button utrecht-radio-button--html-input" : "utrecht-checkbox utrecht-checkbox--html-input";
  const input = make("input", { type, id, name, class: look, change: () => change(input.checked) });
  input.checked = isChosen;
  return make("label", { class: "ask-tick", for: id }, input, make("span", {}, label));
}

/** Puts other content in `place`; the focus stays on what has the same id. */
export function renew(place: HTMLElement, ...content: Child[]): void {
  const held = place.contains(document.activeElement) ? document.activeElement?.id : undefined;
  place.replaceChildren(...content.filter((child): child is Node | string => child !== null && child !== undefined));
  if (held) document.getElementById(held)?.focus();
}

/** Says at the field what is wrong with it; "" takes that back. */
export function tellFault(id: string, text: string): void {
  const input = document.getElementById(id);
  if (text === "") input?.removeAttribute("aria-invalid");
  else input?.setAttribute("aria-invalid", "true");
  document.getElementById(`${id}-fault`)?.replaceChildren(text);
}
