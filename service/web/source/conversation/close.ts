// What is asked and shown in the step "close"?
import { makeButton } from "../shared/buttons";
import { writeDay } from "../shared/days";
import { make } from "../shared/dom";
import { makeChoices, makeField, makeTextbox } from "../shared/fields";
import { kHelped } from "../shared/session";
import { makeClearer, makeSaver } from "./save_file";
import type { Desk, Step } from "./step";

const kWeeks = [2, 6, 12] as const; // after which a talk is offered

function makeEvaluation({ session, texts }: Desk): HTMLElement {
  return makeChoices("radio", texts.say("conversation.close.evaluation.question"),
    kHelped.map((helped) => ({ value: String(helped), text: texts.say(`conversation.close.evaluation.${helped}`), isChosen: session.talk.evaluation === helped })),
    (value) => session.change((talk) => { talk.evaluation = kHelped.find((helped) => String(helped) === value) ?? null; }));
}

function dayAfter(weeks: number): string {
  const day = new Date();
  day.setDate(day.getDate() + 7 * weeks);
  return writeDay(day);
}

function makeLookAhead({ session, texts }: Desk): HTMLElement {
  const field = makeTextbox({ type: "date", class: "short", value: session.talk.nextTalk });
  const said = make("p", { class: "talk-soft", role: "status" });
  const agree = (day: string): void => {
    field.value = day;
    session.change((talk) => { talk.nextTalk = day; });
    said.replaceChildren(day === "" ? "" : texts.say("conversation.close.ahead.agreed", { day: texts.date(day) }));
  };
  field.addEventListener("change", () => agree(field.value));
  return make("section", { class: "talk-part" },
    make("h2", { class: "utrecht-heading-3" }, texts.say("conversation.close.ahead.title")),
    makeField({ label: texts.say("conversation.close.ahead.day"), input: field }),
    make("div", { class: "talk-row" }, ...kWeeks.map((weeks) =>
      makeButton("secondary-action", texts.say("conversation.close.ahead.in_weeks", { weeks }), () => agree(dayAfter(weeks))))),
    said);
}

export const kCloseStep: Step = {
  name: "close",
  make: (desk) => [makeEvaluation(desk), makeLookAhead(desk), makeSaver(desk), makeClearer(desk)],
};
