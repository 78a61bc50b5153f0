// Which contact that is already there could be seen more, and how?
import type { MatchAnswer, TieSuggestion } from "v1";
import { make } from "../../shared/dom";
import type { Desk } from "../step";
import type { Choosers } from "./choice";
import { makeHeading, makeList, makeParagraph, makeSection } from "./pieces";

function makeSteps({ texts }: Desk, tie: TieSuggestion): HTMLElement | null {
  if (tie.steps.length === 0) return null;
  const steps = tie.steps.map((step) => make("span", {}, make("strong", {}, texts.date(step.when)), `: ${step.text}`,
    step.who === "" ? null : make("span", { class: "hint" }, ` (${step.who})`)));
  return make("details", { class: "fold" },
    make("summary", {}, texts.say("conversation.result.tie_steps"), make("span", { class: "unseen" }, `: ${tie.alias}`)),
    makeList(steps, "ol"));
}

function makeTie(desk: Desk, tie: TieSuggestion, choosers: Choosers): HTMLElement {
  const name = tie.alias === "" ? tie.contact : tie.alias;
  return make("li", { class: "card tie", "data-contact": tie.contact },
    makeHeading(3, name),
    makeList(tie.why),
    tie.occasion === null ? null : makeParagraph(make("strong", {}, desk.texts.say("conversation.result.occasion")), ` ${tie.occasion.text}`),
    makeSteps(desk, tie),
    make("div", { class: "actions" }, choosers.makeButton({ kind: "ties", id: tie.contact, name })));
}

/** Existing contacts come before strangers; null where there is none to suggest. */
export function makeTies(desk: Desk, answer: MatchAnswer, choosers: Choosers): HTMLElement | null {
  if (answer.ties.length === 0) return null;
  const { texts } = desk;
  return makeSection("ties", texts.say("conversation.result.ties"),
    makeParagraph(texts.say("conversation.result.ties_lead")),
    make("ul", { class: "cards" }, ...answer.ties.map((tie) => makeTie(desk, tie, choosers))));
}
