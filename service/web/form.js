// How does a person's profile become a form, and a form a profile?

import { make } from "./answer.js";

const kModes = ["walk", "wheelchair", "bicycle", "public_transport", "car", "lift"];
const kDays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const kMaxNeeds = 20;

function makeField(id, label, input, hint) {
  input.id = id;
  const describedBy = hint ? `${id}-hint ${id}-error` : `${id}-error`;
  input.setAttribute("aria-describedby", describedBy);
  return make("div", {},
    make("label", { for: id }, label),
    hint ? make("p", { class: "hint", id: `${id}-hint` }, hint) : null,
    input,
    make("p", { class: "error", id: `${id}-error`, hidden: true }));
}

function makeCheck(id, label, isChecked) {
  return make("label", { class: "check", for: id }, make("input", { type: "checkbox", id, checked: isChecked }), label);
}

function makeInput(type, value, more = {}) {
  return make("input", { type, value: value ?? "", autocomplete: "off", ...more });
}

function makeSelect(choices, chosen) {
  return make("select", {}, ...choices.map(([value, label]) => make("option", { value, selected: String(value) === String(chosen) }, label)));
}

function conceptChoices(concepts, texts) {
  const choices = concepts
    .filter((entry) => entry.kind === "activity" || entry.kind === "gap")
    .map((entry) => [entry.id, entry.label[texts.language]]);
  choices.sort(([, a], [, b]) => a.localeCompare(b, texts.language));
  return [["", texts.needNone], ...choices];
}

function makeNeed(need, index, context) {
  const { texts, concepts, onRemove } = context;
  const priorities = texts.priorities.map((label, rank) => [rank + 1, label]);
  const remove = make("button", { type: "button" }, texts.removeNeed(index + 1));
  remove.addEventListener("click", () => onRemove(index));
  return make("div", { class: "need", role: "group", "aria-label": texts.needNumber(index + 1) },
    makeField(`need-${index}`, texts.need, makeSelect(conceptChoices(concepts, texts), need.concept ?? "")),
    makeField(`need-${index}-text`, texts.needText, make("textarea", { rows: 2, maxlength: 500 }, need.text ?? "")),
    makeField(`need-${index}-priority`, texts.priority, makeSelect(priorities, need.priority ?? 2)),
    remove);
}

function makeNeeds(profile, context) {
  const needs = profile.needs ?? [];
  const add = make("button", { type: "button", id: "add-need" }, context.texts.addNeed);
  add.hidden = needs.length >= kMaxNeeds;
  add.addEventListener("click", context.onAdd);
  return make("fieldset", {}, make("legend", {}, context.texts.needs),
    ...needs.map((need, index) => makeNeed(need, index, context)), add);
}

function makeTravel(profile, texts) {
  const travel = profile.practical?.travel;
  const minutesBy = new Map((travel ?? []).map((entry) => [entry.mode, entry.max_minutes]));
  const fields = kModes.map((mode) =>
    makeField(`travel-${mode}`, texts.modes[mode], makeInput("number", minutesBy.get(mode), { min: 1, max: 180, inputmode: "numeric" })));
  return make("fieldset", {}, make("legend", {}, texts.travel), make("p", { class: "hint" }, texts.travelHint),
    make("div", { class: "pair" }, ...fields),
    makeCheck("housebound", texts.housebound, travel !== undefined && travel.length === 0));
}

function makeHours(profile, texts) {
  const hours = profile.practical?.availability?.[0];
  const days = kDays.map((day) => makeCheck(`day-${day}`, texts.days[day], hours?.days.includes(day) ?? false));
  return make("fieldset", {}, make("legend", {}, texts.hours), make("p", { class: "hint" }, texts.hoursHint),
    make("div", { class: "days" }, ...days),
    make("div", { class: "pair" },
      makeField("hours-from", texts.from, makeInput("text", hours?.from ?? "09:00", { inputmode: "numeric", maxlength: 5 })),
      makeField("hours-to", texts.to, makeInput("text", hours?.to ?? "24:00", { inputmode: "numeric", maxlength: 5 }))));
}

/** The parts of the form for `profile`. `context` has texts, concepts, hasNetwork, onAdd, onRemove, onReset and onClear. */
export function makeForm(profile, context) {
  const { texts } = context;
  const reset = make("button", { type: "button" }, texts.reset);
  reset.addEventListener("click", context.onReset);
  const clear = make("button", { type: "button", id: "clear" }, texts.clear);
  clear.addEventListener("click", context.onClear);
  return [
    make("div", { class: "pair" },
      makeField("postcode", texts.postcode, makeInput("text", profile.person?.postcode, { maxlength: 7 }), texts.postcodeHint),
      makeField("age", texts.age, makeInput("number", profile.person?.age, { min: 0, max: 120, inputmode: "numeric" }), texts.ageHint)),
    makeNeeds(profile, context),
    makeField("interests", texts.interests, make("textarea", { rows: 3 }, (profile.interests ?? []).join(", ")), texts.interestsHint),
    makeTravel(profile, texts),
    makeHours(profile, texts),
    makeField("cost", texts.cost, makeInput("number", profile.practical?.max_cost_per_session, { min: 0, step: "0.01", inputmode: "decimal" }), texts.costHint),
    makeField("avoid", texts.avoidWords, makeInput("text", (profile.avoid?.words ?? []).join(", ")), texts.avoidHint),
    makeCheck("with-network", texts.withNetwork, context.hasNetwork),
    make("div", { class: "actions" }, make("button", { type: "submit", class: "main" }, texts.search), clear, reset),
  ];
}

function textOf(id) {
  return document.getElementById(id).value.trim();
}

function isChecked(id) {
  return document.getElementById(id).checked;
}

/** The number typed; text that is none goes out as it is, so that the service says what is wrong with it. */
function numberOf(id) {
  const input = document.getElementById(id);
  if (input.validity.badInput) return input.value || "?";
  return input.value === "" ? undefined : Number(input.value);
}

function wordsOf(id) {
  return textOf(id).split(",").map((word) => word.trim()).filter((word) => word !== "");
}

function setOrDrop(target, name, value) {
  if (value === undefined) delete target[name];
  else target[name] = value;
}

function readNeeds(count) {
  const needs = [];
  for (let index = 0; index < count; ++index) {
    const need = { priority: Number(textOf(`need-${index}-priority`)) };
    if (textOf(`need-${index}`)) need.concept = textOf(`need-${index}`);
    if (textOf(`need-${index}-text`)) need.text = textOf(`need-${index}-text`);
    needs.push(need);
  }
  return needs;
}

function readTravel() {
  if (isChecked("housebound")) return [];
  const travel = kModes
    .map((mode) => ({ mode, max_minutes: numberOf(`travel-${mode}`) }))
    .filter((entry) => entry.max_minutes !== undefined);
  return travel.length > 0 ? travel : undefined;
}

function readHours() {
  const days = kDays.filter((day) => isChecked(`day-${day}`));
  return days.length > 0 ? [{ days, from: textOf("hours-from"), to: textOf("hours-to") }] : undefined;
}

/** The profile as the form has it now; what the form does not show stays as it is in `base`. */
export function readForm(base) {
  const profile = structuredClone(base);
  profile.person ??= {};
  profile.practical ??= {};
  profile.avoid ??= {};
  setOrDrop(profile.person, "postcode", textOf("postcode") || undefined);
  setOrDrop(profile.person, "age", numberOf("age"));
  profile.needs = readNeeds((base.needs ?? []).length);
  // Of other words nothing was undone yet.
  profile.not_meant = base.not_meant.filter(({ need }) => (base.needs[need].text ?? "") === (profile.needs[need].text ?? ""));
  profile.interests = wordsOf("interests");
  setOrDrop(profile.practical, "travel", readTravel());
  setOrDrop(profile.practical, "availability", readHours());
  setOrDrop(profile.practical, "max_cost_per_session", numberOf("cost"));
  profile.avoid.words = wordsOf("avoid");
  return profile;
}

/** The id of the input that a problem's pointer is about; "" where the form has none. */
export function inputOf(pointer, profile) {
  const [, section, name, index, member] = pointer.split("/");
  if (section === "person" && (name === "postcode" || name === "age")) return name;
  if (section === "needs" && name !== undefined) return `need-${name}${index === "text" || index === "priority" ? `-${index}` : ""}`;
  if (section === "interests") return "interests";
  if (section === "avoid") return "avoid";
  if (section !== "practical") return "";
  if (name === "max_cost_per_session") return "cost";
  if (name === "travel") return `travel-${profile.practical.travel?.[Number(index)]?.mode ?? "walk"}`;
  if (name === "availability") return member === "to" ? "hours-to" : "hours-from";
  return "";
}
