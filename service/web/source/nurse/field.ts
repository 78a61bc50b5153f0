// How does a field of the nurse's form look, with its hint and its fault?
import { make, type Attributes, type Child } from "../shared/dom";
import type { FieldName } from "./intake";

/** A label, a hint and one input. */
export function makeField(name: FieldName, label: string, hint: string, input: HTMLElement): HTMLElement {
  input.id = `nurse-${name}`;
  input.setAttribute("aria-describedby", `nurse-${name}-hint nurse-${name}-fault`);
  return make("div", { class: "utrecht-form-field nurse-field", "data-field": name },
    make("label", { class: "utrecht-form-label", for: input.id }, label),
    make("p", { class: "hint", id: `nurse-${name}-hint` }, hint), makeFaultPlace(name), input);
}

/** Several inputs under one question. */
export function makeGroup(name: FieldName, question: string, hint: string, ...content: Child[]): HTMLElement {
  return make("fieldset", { class: "nurse-field", "data-field": name, "aria-describedby": `nurse-${name}-hint nurse-${name}-fault` },
    make("legend", { class: "utrecht-form-label" }, question),
    make("p", { class: "hint", id: `nurse-${name}-hint` }, hint), makeFaultPlace(name), ...content);
}

function makeFaultPlace(name: FieldName): HTMLElement {
  return make("p", { class: "fault", id: `nurse-${name}-fault`, hidden: true });
}

export function makeTextbox(name: string, value: string, more: Attributes = {}): HTMLInputElement {
  return make("input", { class: "utrecht-textbox", type: "text", name, value, autocomplete: "off", ...more });
}

/** A box to tick as large as a button. */
export function makeTick(name: string, value: string, label: string, isTicked: boolean): HTMLElement {
  return make("label", { class: "tick" }, make("input", { type: "checkbox", class: "utrecht-checkbox utrecht-checkbox--html-input", name, value, checked: isTicked }), label);
}

/** Shows faults at their fields and puts the focus on the first; takes away those that were there. */
export function showFaults(form: HTMLElement, faults: { field: FieldName; text: string }[]): void {
  for (const field of form.querySelectorAll<HTMLElement>("[data-field]")) {
    const fault = faults.find((entry) => entry.field === field.dataset["field"]);
    const place = field.querySelector<HTMLElement>(".fault");
    place?.replaceChildren(fault?.text ?? "");
    place?.toggleAttribute("hidden", fault === undefined);
    field.classList.toggle("has-fault", fault !== undefined);
    for (const input of field.querySelectorAll(".utrecht-textbox")) {
      if (fault === undefined) input.removeAttribute("aria-invalid");
      else input.setAttribute("aria-invalid", "true");
    }
  }
  const first = form.querySelector<HTMLElement>(".has-fault");
  first?.closest("details")?.setAttribute("open", "");
  first?.querySelector<HTMLElement>("input, button")?.focus();
}
