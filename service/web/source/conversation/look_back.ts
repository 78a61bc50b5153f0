// What is asked and shown in the step "look_back"?
import { makeFold } from "../shared/buttons";
import { make } from "../shared/dom";
import { makeField, makeTextarea } from "../shared/fields";
import { makeChosenBefore, makeTriedInWords } from "./look_back/tried";
import { makeOpener } from "./open_file";
import { tellStep, writtenSteps } from "./plan/steps";
import type { Desk, Step } from "./step";

const kQuestions = ["changed", "tried", "helped"] as const;

/** What the earlier talk came to. */
function makeSummary({ session, texts }: Desk): HTMLElement | null {
  const { earlier } = session;
  if (earlier === null) return null;
  const steps = writtenSteps(earlier);
  const day = earlier.profile.network?.mapped_on;
  return make("section", { class: "card talk-part" },
    make("h2", { class: "utrecht-heading-3" }, texts.say("conversation.look_back.earlier.title")),
    day === undefined ? null : make("p", {}, texts.say("conversation.look_back.earlier.day", { day: texts.date(day) })),
    earlier.goal === "" ? null : make("p", {}, texts.say("conversation.look_back.earlier.goal"), " ", make("strong", {}, earlier.goal)),
    steps.length === 0 ? null : make("p", {}, texts.say("conversation.look_back.earlier.steps")),
    steps.length === 0 ? null : make("ul", { class: "utrecht-unordered-list" }, ...steps.map((step) => make("li", {}, tellStep(texts, step)))));
}

/** What of the file was not right, so that it can be told anew. */
function makeLeftOut({ session, texts }: Desk): HTMLElement | null {
  if (session.leftOut.length === 0) return null;
  return make("div", { class: "notice" }, make("p", {}, texts.say("conversation.look_back.left_out")),
    make("ul", {}, ...session.leftOut.map((name) => make("li", {}, texts.say(`conversation.look_back.left_out_fields.${name}`)))));
}

function makeQuestions({ session, texts }: Desk): HTMLElement[] {
  return kQuestions.map((question) => {
    const input = makeTextarea(session.talk.lookBack[question], { rows: 3, input: () => session.change((talk) => { talk.lookBack[question] = input.value; }) });
    return makeField({ label: texts.say(`conversation.look_back.${question}`), input });
  });
}

export const kLookBackStep: Step = {
  name: "look_back",
  make: (desk) => {
    const { session, texts } = desk;
    return [
      make("p", { class: "talk-lead" }, texts.say(session.earlier === null ? "conversation.look_back.first" : "conversation.look_back.lead")),
      makeLeftOut(desk),
      makeSummary(desk) ?? makeFold(texts.say("conversation.save.open.title"), makeOpener(desk)),
      ...makeQuestions(desk),
      make("h2", { class: "utrecht-heading-3" }, texts.say("conversation.look_back.tried_title")),
      make("p", {}, texts.say("conversation.look_back.tried_lead")),
      makeChosenBefore(desk), makeTriedInWords(desk),
    ].filter((part) => part !== null);
  },
};
