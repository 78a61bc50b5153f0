// Which fields has the nurse's form?
import type { ConceptList } from "v1";
import { make } from "../shared/dom";
import type { Texts } from "../shared/texts";
import { makeField, makeGroup, makeTextbox, makeTick } from "./field";
import { kModes, type Intake, type Mode } from "./intake";
import { Wishes } from "./wishes";

const kMaxPlace = 60; // letters of a place's name

/** What the form does when it is used. */
export interface Acts {
  send: () => void;
  clear: () => void;
  place: () => void; // the field of the postcode was left
}

function makeTravel(texts: Texts, intake: Intake): HTMLElement {
  return makeGroup("travel", texts.say("nurse.travel.label"), texts.say("nurse.travel.hint"),
    make("div", { class: "ticks" },
      ...kModes.map((mode) => makeTick("mode", mode, texts.say(`nurse.mode.${mode}`), intake.modes.includes(mode))),
      makeTick("staysIn", "yes", texts.say("nurse.travel.stays_in"), intake.staysIn === "yes")));
}

function makeMinutes(texts: Texts, intake: Intake): HTMLElement {
  const fields = kModes.map((mode) => make("label", { class: "minutes", "data-mode": mode }, texts.say(`nurse.mode.${mode}`),
    makeTextbox(`minutes-${mode}`, intake.minutes[mode], { inputmode: "numeric", maxlength: 3 })));
  return makeGroup("minutes", texts.say("nurse.minutes.label"), texts.say("nurse.minutes.hint"), make("div", { class: "minutes-all" }, ...fields));
}

function makeDefaults(texts: Texts, intake: Intake): HTMLElement {
  return make("details", { class: "nurse-defaults" },
    make("summary", {}, texts.say("nurse.defaults.label")),
    makeField("within", texts.say("nurse.within.label"), texts.say("nurse.within.hint"),
      makeTextbox("within", intake.within, { inputmode: "numeric", maxlength: 3 })),
    makeField("cost", texts.say("nurse.cost.label"), texts.say("nurse.cost.hint"),
      makeTextbox("cost", intake.cost, { inputmode: "decimal", maxlength: 7 })),
    makeTick("company", "yes", texts.say("nurse.company"), intake.company === "yes"),
    makeMinutes(texts, intake));
}

/** Only the modes that are chosen have a longest journey. */
function showMinutes(form: HTMLElement, intake: Intake): void {
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
    readForm(form, intake);
    showMinutes(form, intake);
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
    makeField("postcode", texts.say("nurse.postcode.label"), texts.say("nurse.postcode.hint"), makeTextbox("postcode", intake.postcode, { maxlength: kMaxPlace, change: acts.place })),
    makeField("age", texts.say("nurse.age.label"), texts.say("nurse.age.hint"), makeTextbox("age", intake.age, { inputmode: "numeric", maxlength: 3 })),
    makeField("from", texts.say("nurse.from.label"), texts.say("nurse.from.hint"), make("input", { class: "utrecht-textbox", type: "date", name: "from", value: intake.from })),
    help),
  makeTravel(texts, intake),
  new Wishes(texts, concepts, intake.wishes).make(),
  makeDefaults(texts, intake),
  make("div", { class: "nurse-actions" },
    make("button", { type: "submit", class: "utrecht-button utrecht-button--primary-action" }, texts.say("nurse.send")),
    make("button", { type: "button", class: "utrecht-button utrecht-button--secondary-action", click: acts.clear }, texts.say("nurse.clear"))));
  showMinutes(form, intake);
  return form;
}
