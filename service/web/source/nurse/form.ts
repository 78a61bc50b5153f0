// Which fields has the nurse's form?
import type { ConceptList } from "v1";
import { makeButton, makeSender } from "../shared/buttons";
import { make, type Attributes } from "../shared/dom";
import { makeField, makeGroup, makeTextbox, makeTick, tellFault } from "../shared/fields";
import type { Texts } from "../shared/texts";
import { isEuro, kFieldNames, kModes, type Fault, type FieldName, type Intake, type Mode } from "./intake";
import { Wishes } from "./wishes";

const kMaxPlace = 60; // letters of a place's name

/** What the form does when it is used. */
export interface Acts {
  send: () => void;
  clear: () => void;
  approachPlace: () => void; // the field of the postcode was entered
  place: () => void; // something else stands in that field
  changed: () => void; // something else stands in the form
}

function makeLine(texts: Texts, name: FieldName, more: Attributes): HTMLElement {
  const input = makeTextbox({ name, ...more });
  return makeField({ id: `nurse-${name}`, label: texts.say(`nurse.${name}.label`), hint: texts.say(`nurse.${name}.hint`), input });
}

function makeTravel(texts: Texts, intake: Intake): HTMLElement {
  return makeGroup({ id: "nurse-travel", question: texts.say("nurse.travel.label"), hint: texts.say("nurse.travel.hint") },
    make("div", { class: "ticks" },
      ...kModes.map((mode) => makeTick({ type: "checkbox", label: texts.say(`nurse.mode.${mode}`), isChosen: intake.modes.includes(mode), more: { name: "mode", value: mode } })),
      makeTick({ type: "checkbox", label: texts.say("nurse.travel.stays_in"), isChosen: intake.staysIn === "yes", more: { name: "staysIn", value: "yes" } })));
}

function makeMinutes(texts: Texts, intake: Intake): HTMLElement {
  const fields = kModes.map((mode) => make("label", { class: "minutes", "data-mode": mode }, texts.say(`nurse.mode.${mode}`),
    makeTextbox({ name: `minutes-${mode}`, value: intake.minutes[mode], inputmode: "numeric", maxlength: 3 })));
  return makeGroup({ id: "nurse-minutes", question: texts.say("nurse.minutes.label"), hint: texts.say("nurse.minutes.hint") },
    make("div", { class: "minutes-all" }, ...fields));
}

/** What holds where nobody changes it, in one line; what is no number is not told, but at its field. */
function tellDefaults(texts: Texts, intake: Intake): string {
  const isWhole = (text: string): boolean => /^\d+$/.test(text);
  const modes = intake.staysIn === "yes" ? [] : intake.modes.filter((mode) => isWhole(intake.minutes[mode]));
  return [
    isWhole(intake.within) ? texts.count("nurse.defaults.within", Number(intake.within)) : "",
    intake.cost === "" ? texts.say("nurse.defaults.any_cost") : "",
    isEuro(intake.cost) ? texts.say("nurse.defaults.cost", { euro: intake.cost }) : "",
    texts.say(`nurse.defaults.${intake.company === "yes" ? "company" : "alone"}`),
    ...modes.map((mode) => texts.say("nurse.defaults.minutes", { mode: texts.say(`nurse.mode.${mode}`), minutes: intake.minutes[mode] })),
  ].filter((part) => part !== "").join(" · ");
}

function makeDefaults(texts: Texts, intake: Intake): HTMLElement {
  return make("details", { class: "nurse-defaults" },
    make("summary", {}, texts.say("nurse.defaults.label"), make("span", { class: "defaults-told" })),
    makeLine(texts, "within", { value: intake.within, inputmode: "numeric", maxlength: 3 }),
    makeLine(texts, "cost", { value: intake.cost, inputmode: "decimal", maxlength: 7 }),
    makeTick({ type: "checkbox", label: texts.say("nurse.company"), isChosen: intake.company === "yes", more: { name: "company", value: "yes" } }),
    makeMinutes(texts, intake));
}

/** Only the modes that are chosen have a longest journey; the line of what holds goes along. */
function showDefaults(texts: Texts, form: HTMLElement, intake: Intake): void {
  form.querySelector(".defaults-told")?.replaceChildren(tellDefaults(texts, intake));
  for (const label of form.querySelectorAll<HTMLElement>("[data-mode]")) {
    label.hidden = intake.staysIn === "yes" || !intake.modes.includes(label.dataset["mode"] as Mode);
  }
}

/** Takes what stands in the form into the intake. */
function readForm(form: HTMLFormElement, intake: Intake): void {
  const said = new FormData(form);
  const text = (name: string): string => String(said.get(name) ?? "").trim();
  intake.postcode = text("postcode");
  intake.age = text("age");
  intake.modes = said.getAll("mode") as Mode[];
  intake.staysIn = text("staysIn") === "yes" ? "yes" : "";
  intake.from = text("from");
  intake.within = text("within");
  intake.cost = text("cost");
  intake.company = text("company") === "yes" ? "yes" : "";
  for (const mode of kModes) intake.minutes[mode] = text(`minutes-${mode}`);
}

/** The form; it keeps `intake` as it stands. `help` stands below the field of the postcode. */
export function makeIntakeForm(texts: Texts, concepts: ConceptList["concepts"], intake: Intake, acts: Acts, help: HTMLElement): HTMLFormElement {
  const read = (): void => {
    const before = JSON.stringify(intake);
    const { postcode } = intake;
    readForm(form, intake);
    if (intake.postcode !== postcode) acts.place();
    showDefaults(texts, form, intake);
    if (JSON.stringify(intake) !== before) acts.changed();
  };
  const form = make("form", {
    class: "nurse-form", novalidate: true, "aria-label": texts.say("nurse.form"), input: read, change: read,
    submit: (event) => {
      event.preventDefault();
      read();
      acts.send();
    },
  },
  make("div", { class: "nurse-pair" },
    makeLine(texts, "postcode", { value: intake.postcode, maxlength: kMaxPlace, focus: acts.approachPlace }),
    makeLine(texts, "age", { value: intake.age, inputmode: "numeric", maxlength: 3 }),
    makeLine(texts, "from", { type: "date", value: intake.from }),
    help),
  makeTravel(texts, intake),
  new Wishes(texts, concepts, intake.wishes, acts.changed).make(),
  makeDefaults(texts, intake),
  make("div", { class: "nurse-actions" },
    makeSender("primary-action", texts.say("nurse.send")), makeButton("secondary-action", texts.say("nurse.clear"), acts.clear)));
  showDefaults(texts, form, intake);
  return form;
}

/** Shows faults at their fields and puts the focus on the first; takes away those that were there. */
export function showFaults(form: HTMLElement, faults: readonly Fault[]): void {
  for (const name of kFieldNames) tellFault(`nurse-${name}`, faults.find(({ field }) => field === name)?.text ?? "");
  const first = form.querySelector(".field-fault:not(:empty)")?.closest(".field");
  first?.closest("details")?.setAttribute("open", "");
  first?.querySelector<HTMLElement>("input, button")?.focus();
}
