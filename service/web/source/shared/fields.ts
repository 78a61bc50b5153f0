// How are the fields of forms made, and how is said what is wrong with one?
import { make, type Attributes, type Child } from "./dom";

const kTextbox = "utrecht-textbox utrecht-textbox--html-input";
const kBoxes = { radio: "utrecht-radio-button utrecht-radio-button--html-input", checkbox: "utrecht-checkbox utrecht-checkbox--html-input" };

let made = 0; // fields so far: each that is given no id gets one of its own

function newId(): string {
  return `field-${++made}`;
}

function join(...classes: unknown[]): string {
  return classes.filter((name) => typeof name === "string" && name !== "").join(" ");
}

/** The places that tell of the field `id`: what helps, where there is a hint, and what is wrong. */
function makeNotes(id: string, hint: string | undefined): { ids: string; notes: Child[] } {
  return {
    ids: join(hint === undefined ? "" : `${id}-hint`, `${id}-fault`),
    notes: [
      hint === undefined ? null : make("p", { class: "utrecht-form-field-description field-hint", id: `${id}-hint` }, hint),
      make("p", { class: "utrecht-form-field-error-message field-fault", id: `${id}-fault` })],
  };
}

export interface Field {
  label: string | Node;
  input: HTMLElement; // gets the id, and is described by the hint and by what is wrong
  id?: string; // absent: one of its own
  hint?: string;
}

/** An input under its label, with a place for what is wrong with it (see `tellFault`). */
export function makeField({ label, input, id = newId(), hint }: Field): HTMLElement {
  const { ids, notes } = makeNotes(id, hint);
  input.id = id;
  input.setAttribute("aria-describedby", ids);
  return make("div", { class: "utrecht-form-field field" }, make("label", { class: "utrecht-form-label", for: id }, label), ...notes, input);
}

export interface Group {
  id: string;
  question: string;
  class?: string;
  hint?: string;
  noteId?: string; // of what else describes the group
}

/** Several inputs under one question, with a place for what is wrong. */
export function makeGroup({ id, question, hint, noteId, class: kind }: Group, ...content: Child[]): HTMLFieldSetElement {
  const { ids, notes } = makeNotes(id, hint);
  return make("fieldset", { class: join("field field-group", kind), id, "aria-describedby": join(ids, noteId) },
    make("legend", {}, question), ...notes, ...content);
}

/** A line of text; another `type` makes it a date, a number or a password. */
export function makeTextbox({ class: kind, ...more }: Attributes): HTMLInputElement {
  return make("input", { type: "text", class: join(kTextbox, kind), autocomplete: "off", ...more });
}

/** Several lines of text. */
export function makeTextarea(value: string, more: Attributes): HTMLTextAreaElement {
  const area = make("textarea", { class: "utrecht-textarea utrecht-textarea--html-textarea", ...more });
  area.value = value;
  return area;
}

export function makeSelect(choices: readonly (readonly [value: string, text: string])[], chosen: string, onChange?: (value: string) => void): HTMLSelectElement {
  const select = make("select", { class: "utrecht-select utrecht-select--html-select", change: () => onChange?.(select.value) },
    ...choices.map(([value, text]) => make("option", { value, selected: value === chosen }, text)));
  return select;
}

export interface Tick {
  type: "checkbox" | "radio";
  label: Child;
  isChosen: boolean;
  change?: (isChosen: boolean, event: Event) => void;
  more?: Attributes; // of the box: id, name, value …
}

/** A checkbox or radio button that can be hit anywhere on its label. */
export function makeTick({ type, label, isChosen, change, more = {} }: Tick): HTMLLabelElement {
  const box = make("input", { type, class: kBoxes[type], checked: isChosen, ...more });
  if (change !== undefined) box.addEventListener("change", (event) => change(box.checked, event));
  return make("label", { class: "tick" }, box, make("span", {}, label));
}

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

/** A question with its answers as large radio buttons or checkboxes. */
export function makeChoices(
  type: "radio" | "checkbox", question: Child, choices: readonly Choice[], onChange: (value: string, event: Event) => void): HTMLFieldSetElement {
  const name = newId();
  return make("fieldset", { class: "field-group talk-choices" }, make("legend", {}, question),
    ...choices.map(({ value, text, isChosen }) => makeTick({ type, label: text, isChosen, change: (_, event) => onChange(value, event), more: { name, value } })));
}

/** Says at the field or group what is wrong with it; "" takes that back. */
export function tellFault(id: string, text: string): void {
  const place = document.getElementById(id);
  const inputs = place instanceof HTMLFieldSetElement ? place.querySelectorAll(".utrecht-textbox") : [place];
  for (const input of inputs) {
    if (text === "") input?.removeAttribute("aria-invalid");
    else input?.setAttribute("aria-invalid", "true");
  }
  document.getElementById(`${id}-fault`)?.replaceChildren(text);
}
