// What may leave with the plan? The person says so fact by fact.
import { make } from "../../shared/dom";
import { makeTick } from "../../shared/fields";
import { makeParagraph, makeSection } from "../result/pieces";
import type { Texts } from "../../shared/texts";
import { type Fact, keyOf } from "./facts";

/** A box for each fact, ticked while it may leave. */
export function makeWithholding(texts: Texts, facts: readonly Fact[], withheld: readonly string[], onToggle: (key: string) => void): HTMLElement {
  const rows = facts.map((fact, place) => {
    const key = keyOf(fact);
    return makeTick({
      type: "checkbox", more: { id: `fact-${place}` }, isChosen: !withheld.includes(key), change: () => onToggle(key),
      label: make("span", {}, make("strong", {}, texts.say(`conversation.plan.fact_kinds.${fact.kind}`)), ` ${fact.text}`),
    });
  });
  return makeSection("withholding", texts.say("conversation.plan.withholding"),
    makeParagraph(texts.say("conversation.plan.withholding_lead")),
    make("fieldset", { class: "utrecht-form-fieldset__fieldset utrecht-form-fieldset__fieldset--html-fieldset" },
      make("legend", { class: "unseen" }, texts.say("conversation.plan.withholding")), ...rows),
    make("p", { class: "hint" }, texts.say("conversation.plan.withholding_note")));
}
