// What is asked and shown in the step "fit"?
import { makeButton } from "../shared/buttons";
import { make } from "../shared/dom";
import { Form, type Question } from "./fit/form";
import { askHours } from "./fit/hour_grid";
import { kTravel } from "./fit/journey";
import { askOne, askShort, askSome, askUsual, askYesOrNo } from "./fit/kinds";
import { kLanguages } from "./fit/languages";
import { kTried } from "./fit/tried";
import { kWhere } from "./fit/where";
import { askActivities, askConcepts, askWords } from "./fit/word_list";
import type { Desk, Step } from "./step";

const kGenders = ["woman", "man", "other"];
const kForms = ["in_person", "home_visit", "phone", "online"];
const kAccess = ["wheelchair", "step_free", "accessible_toilet", "hearing_loop", "low_vision", "quiet", "assistance_dog"];
const kSizes = ["one_to_one", "small_group", "open_group"];
const kUsualCosts = [0, 2.5, 5, 10]; // euro
const kUsualWaits = [7, 14, 30, 90]; // days

/** The sections and their questions. Places and numbers of entries are those of the profile's schema. */
function listSections(): Record<string, Question[]> {
  return {
    person: [
      askShort("age", ["person", "age"], "number"),
      kWhere,
      askOne("gender", ["person", "gender"], kGenders),
      kLanguages,
    ],
    journey: [kTravel, askSome("attendance", ["practical", "attendance"], kForms, "some")],
    time: [
      askHours("availability", ["practical", "availability"]),
      askUsual("start", ["practical", "start_within_days"], kUsualWaits),
    ],
    practical: [
      askUsual("cost", ["practical", "max_cost_per_session"], kUsualCosts),
      askSome("access", ["practical", "access_needs"], kAccess, "may_be_none"),
      askOne("size", ["practical", "group_size"], kSizes),
      askYesOrNo("support", ["practical", "first_step_support"]),
      askYesOrNo("referral", ["practical", "can_get_referral"]),
    ],
    before: [askWords("dislikes", ["dislikes"], { most: 20, letters: 120 }), kTried],
  };
}

function listAvoided(desk: Desk): Question[] {
  const turnedDown = desk.session.talk.profile.avoid?.activities === undefined ? [] : [askActivities("activities", ["avoid", "activities"])];
  return [
    askConcepts("concepts", ["avoid", "concepts"], 20),
    askWords("words", ["avoid", "words"], { most: 20, letters: 64 }),
    askWords("organizations", ["avoid", "organizations"], { most: 50, letters: 120 }),
    askWords("places", ["avoid", "places"], { most: 20, letters: 120 }),
    ...turnedDown,
    askHours("hours", ["avoid", "hours"]),
  ];
}

function makeSection(desk: Desk, form: Form, name: string, questions: readonly Question[]): HTMLElement {
  return make("section", { class: `ask-part part-${name}`, "aria-labelledby": `part-${name}` },
    make("h2", { class: "utrecht-heading-2", id: `part-${name}` }, desk.texts.say(`conversation.fit.sections.${name}`)),
    make("div", { class: "ask-questions" }, ...questions.map((question) => form.makeQuestion(question))));
}

/** Closed at first, not shown while the person looks on, and never for paper. */
function makeAvoided(desk: Desk, form: Form): HTMLElement {
  const say = (part: string): string => desk.texts.say(`conversation.fit.avoid.${part}`);
  return make("details", { class: "ask-part avoided for-worker" },
    make("summary", { id: "avoided" }, make("h2", { class: "utrecht-heading-2" }, say("title")), make("span", { class: "ask-hint" }, say("never_printed"))),
    make("p", { class: "ask-hint" }, say("hint")),
    make("div", { class: "ask-questions" }, ...listAvoided(desk).map((question) => form.makeQuestion(question))));
}

export const kFitStep: Step = {
  name: "fit",
  make: (desk) => {
    const form = new Form(desk);
    const parts = Object.entries(listSections()).map(([name, questions]) => makeSection(desk, form, name, questions));
    const avoided = makeAvoided(desk, form);
    void form.check("quietly");
    return [
      make("p", { class: "utrecht-paragraph utrecht-paragraph--lead" }, desk.texts.say("conversation.fit.lead")),
      form.notice,
      ...parts, avoided,
      make("div", { class: "checking" },
        makeButton("secondary-action", desk.texts.say("conversation.fit.check"), () => void form.check("on_demand"), { id: "check" }),
        form.status),
    ];
  },
};
