// How are the fields of the conversation's forms made?
import { make, type Child } from "../shared/dom";

let made = 0; // fields so far: each gets an id of its own

function newId(): string {
  return `field-${++made}`;
}

/** A label above its field; a sentence of help between them where there is one. */
export function makeField(label: string, field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, help = ""): HTMLElement {
  field.id = newId();
  const helpId = `${field.id}-help`;
  if (help !== "") field.setAttribute("aria-describedby", helpId);
  return make("div", { class: "utrecht-form-field talk-field" },
    make("label", { class: "utrecht-form-label", for: field.id }, label),
    help === "" ? null : make("div", { class: "utrecht-form-field-description", id: helpId }, help),
    field);
}

export function makeSelect(choices: readonly (readonly [string, string])[], chosen: string, onChange: (value: string) => void): HTMLSelectElement {
  const select = make("select", { class: "utrecht-select utrecht-select--html-select" },
    ...choices.map(([value, text]) => make("option", { value, selected: value === chosen }, text)));
  select.addEventListener("change", () => onChange(select.value));
  return select;
}

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

/** A question with its answers as large radio buttons or checkboxes. */
export function makeChoices(type: "radio" | "checkbox", question: Child, choices: readonly Choice[], onChange: (value: string, event: Event) => void): HTMLFieldSetElement {
  const name = newId();
  const kind = type === "radio" ? "utrecht-radio-button utrecht-radio-button--html-input" : "utrecht-checkbox utrecht-checkbox--html-input";
  return make("fieldset", { class: "talk-choices" },
    make("legend", {}, question),
    ...choices.map(({ value, text, isChosen }) => {
      const id = newId();
      const box = make("input", { type, id, name, value, class: kind, checked: isChosen });
      box.addEventListener("change", (event) => onChange(value, event));
      return make("div", { class: "talk-choice" }, box, make("label", { for: id }, text));
    }));
}

export function makeButton(rank: "primary-action" | "secondary-action" | "subtle", text: string, onClick: (event: Event) => void): HTMLButtonElement {
  return make("button", { type: "button", class: `utrecht-button utrecht-button--${rank}`, click: onClick }, text);
}

export function makeFold(title: string, ...children: Child[]): HTMLDetailsElement {
  return make("details", { class: "talk-fold" }, make("summary", {}, title), ...children);
}

/** A button for what cannot be undone: it asks once more before it does so. */
export function makeSureButton(text: string, sure: string, onClick: () => void): HTMLButtonElement {
  let isAsked = false;
  const button = makeButton("secondary-action", text, () => {
    if (isAsked) onClick();
    isAsked = !isAsked;
    button.replaceChildren(isAsked ? sure : text);
  });
  button.addEventListener("blur", () => {
    isAsked = false;
    button.replaceChildren(text);
  });
  return button;
}

/** A box of several lines whose text counts as it is typed. */
export function makeTextarea(label: string, value: string, onInput: (text: string) => void, help = ""): HTMLElement {
  const field = make("textarea", { class: "utrecht-textarea utrecht-textarea--html-textarea", rows: 3 }, value);
  field.addEventListener("input", () => onInput(field.value));
  return makeField(label, field, help);
}
