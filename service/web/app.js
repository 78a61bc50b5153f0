// How does the page ask, and what does it do with the answer?

import { make, renderAnswer, undoIdOf } from "./answer.js";
import { inputOf, makeForm, readForm } from "./form.js";
import { textsOf } from "./texts.js";

const kWide = "(min-width: 60rem)"; // as in style.css

const state = {
  texts: textsOf("nl"),
  example: null,
  profile: null, // as in the form
  hasNetwork: true,
  concepts: [],
  answer: null,
};

function byId(id) {
  return document.getElementById(id);
}

function labelOf(concept) {
  return state.concepts.find((entry) => entry.id === concept)?.label[state.texts.language] ?? concept;
}

/** The profile that goes out: the form's, with the network of the example or without. */
function profileToSend() {
  const profile = { ...state.profile, language: state.texts.language };
  if (!state.hasNetwork) delete profile.network;
  if (profile.not_meant.length === 0) delete profile.not_meant;
  return profile;
}

function renderSummary() {
  const { texts, profile } = state;
  const facts = [];
  if (profile.person?.age !== undefined) facts.push(`${profile.person.age} ${texts.years}`);
  if (profile.person?.postcode) facts.push(`${texts.postcodeIs} ${profile.person.postcode}`);
  const needs = (profile.needs ?? []).map((need) => need.text || labelOf(need.concept));
  const lines = facts.length > 0 ? [`${facts.join(", ")}.`] : [];
  if (needs.length > 0) lines.push(`${texts.needsAre}: ${needs.join("; ")}.`);
  if (profile.interests?.length > 0) lines.push(`${texts.likes}: ${profile.interests.join(", ")}.`);
  if (state.hasNetwork && profile.network?.contacts) lines.push(texts.network(profile.network.contacts.length));
  byId("summary").replaceChildren(...lines.flatMap((line) => [line, make("br")]));
}

function renderForm() {
  byId("form").replaceChildren(...makeForm(state.profile, {
    texts: state.texts,
    concepts: state.concepts,
    hasNetwork: state.hasNetwork,
    onAdd: () => changeNeeds((needs) => [...needs, { priority: 2 }], -1),
    onRemove: (index) => changeNeeds((needs) => needs.filter((_, at) => at !== index), index - 1),
    onReset: () => startFrom(structuredClone(state.example), true),
    // Nothing of the example stays behind: what the form does not show would go on asking.
    onClear: () => startFrom({ needs: [], not_meant: [] }, false),
  }));
}

function startFrom(profile, hasNetwork) {
  state.profile = profile;
  state.hasNetwork = hasNetwork;
  renderForm();
  search();
}

function takeForm() {
  state.profile = readForm(state.profile);
  state.hasNetwork = byId("with-network").checked;
}

/** Redraws the needs and puts the keyboard where the change was: at need `at`, at the last one for -1. */
function changeNeeds(change, at) {
  takeForm();
  const before = state.profile.needs;
  state.profile.needs = change(before);
  state.profile.not_meant = state.profile.not_meant
    .map((entry) => ({ ...entry, need: state.profile.needs.indexOf(before[entry.need]) }))
    .filter((entry) => entry.need >= 0);
  renderForm();
  const last = state.profile.needs.length - 1;
  (byId(`need-${at >= 0 ? at : last}`) ?? byId("add-need")).focus();
}

function renderTexts() {
  const { texts } = state;
  document.documentElement.lang = texts.language;
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = texts[element.dataset.text];
  byId("to-nl").setAttribute("aria-pressed", String(texts.language === "nl"));
  byId("to-en").setAttribute("aria-pressed", String(texts.language === "en"));
}

function clearProblems() {
  byId("problems").replaceChildren();
  for (const input of document.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
  for (const message of document.querySelectorAll("#form .error")) message.hidden = true;
}

function markInput(id, text) {
  const input = id ? byId(id) : null;
  if (!input) return;
  input.setAttribute("aria-invalid", "true");
  const message = byId(`${id}-error`);
  message.textContent = text;
  message.hidden = false;
}

function showProblem(problem) {
  byId("status").textContent = "";
  byId("answer").replaceChildren();
  byId("raw").hidden = true;
  const errors = problem.errors ?? [];
  const entries = errors.map((error) => {
    const id = inputOf(error.pointer, state.profile);
    markInput(id, error.detail);
    const label = id ? document.querySelector(`label[for="${CSS.escape(id)}"]`) : null;
    return make("li", {}, label ? make("a", { href: `#${id}` }, `${label.textContent}: ${error.detail}`) : error.detail);
  });
  byId("problems").replaceChildren(make("div", { class: "notice" },
    make("h3", {}, state.texts.wrong), errors.length > 0 ? make("ul", {}, ...entries) : make("p", {}, problem.detail)));
  if (errors.length > 0) byId("change").open = true;
  byId("problems").focus();
}

/** Undoes what was understood, or restores it, and searches again; the keyboard stays where it was. */
async function undo(entry) {
  const others = state.profile.not_meant.filter(({ need, name }) => need !== entry.need || name !== entry.name);
  state.profile.not_meant = entry.is_undone ? others : [...others, { need: entry.need, name: entry.name }];
  await search();
  byId(undoIdOf(entry))?.focus();
}

function showAnswer(answer) {
  const { texts } = state;
  state.answer = answer;
  byId("status").textContent = answer.matches.length > 0 ? texts.found(answer.matches.length, answer.portfolio.length) : texts.foundNone;
  byId("answer").replaceChildren(...renderAnswer(answer, texts, undo));
  byId("raw").hidden = false;
  byId("raw-profile").textContent = JSON.stringify(profileToSend(), null, 2);
  byId("raw-answer").textContent = JSON.stringify(answer, null, 2);
}

async function search() {
  clearProblems();
  renderSummary();
  byId("status").textContent = state.texts.busy;
  try {
    const response = await fetch("/v1/matches", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Accept-Language": state.texts.language },
      body: JSON.stringify(profileToSend()),
    });
    const document = await response.json();
    if (response.ok) showAnswer(document);
    else showProblem(document);
  } catch {
    showProblem({ detail: state.texts.unreachable });
  }
}

async function load(path) {
  const response = await fetch(path);
  return response.ok ? response.json() : null;
}

function setLanguage(language) {
  if (state.profile) takeForm();
  state.texts = textsOf(language);
  renderTexts();
  renderForm();
  search();
}

async function start() {
  byId("change").open = window.matchMedia(kWide).matches;
  const [example, vocabulary] = await Promise.all([load("/assets/example.json"), load("/v1/concepts")]);
  // The example's own day is left out: an answer is for today.
  delete example.date;
  example.not_meant = [];
  state.example = example;
  state.profile = structuredClone(example);
  state.concepts = vocabulary?.concepts ?? [];
  renderForm();
  byId("form").addEventListener("submit", (event) => {
    event.preventDefault();
    takeForm();
    search();
  });
  byId("to-nl").addEventListener("click", () => setLanguage("nl"));
  byId("to-en").addEventListener("click", () => setLanguage("en"));
  await search();
}

await start();
