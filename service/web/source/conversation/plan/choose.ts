// What goes into the plan?
import type { MatchAnswer } from "v1";
import { make } from "../../shared/dom";
import { makeTick } from "../../shared/fields";
import { announce } from "../../shared/frame";
import { type Choosable, countChosen, isChosen, kMostChosen, toggleChosen } from "../result/choice";
import type { Names } from "../result/names";
import { makeParagraph, makeSection } from "../result/pieces";
import type { Desk } from "../step";

/** Contacts and activities to choose from: those suggested, and what was chosen before. */
function listChoices({ session }: Desk, answer: MatchAnswer): Choosable[] {
  const { chosen, profile } = session.talk;
  const ties = new Map(answer.ties.map((tie) => [tie.contact, tie.alias]));
  for (const id of chosen.ties) {
    if (!ties.has(id)) ties.set(id, profile.network?.contacts?.find((contact) => contact.id === id)?.alias ?? id);
  }
  const activities = new Set([...answer.portfolio, ...chosen.activities]);
  return [
    ...[...ties].map(([id, name]): Choosable => ({ kind: "ties", id, name })),
    ...[...activities].map((id): Choosable => ({ kind: "activities", id, name: "" })),
  ];
}

function makeRow(desk: Desk, names: Names, what: Choosable, onPress: (box: HTMLInputElement) => void): HTMLElement {
  const { texts, session } = desk;
  const name = what.kind === "ties" ? what.name : names.makeName(texts, what.id);
  return makeTick({
    type: "checkbox", more: { id: `choice-${what.kind}-${what.id}` }, isChosen: isChosen(session.talk, what),
    label: make("span", {}, name, make("span", { class: "hint" }, ` ${texts.say(`conversation.plan.kinds.${what.kind}`)}`)),
    change: (_, event) => onPress(event.target as HTMLInputElement),
  });
}

/** Checkboxes, at most three of them on; `onChange` after each. */
export function makeChoices(desk: Desk, names: Names, answer: MatchAnswer, onChange: () => void): HTMLElement {
  const { texts, session } = desk;
  const count = make("p", { class: "utrecht-paragraph count" });
  const tell = (): string => {
    const chosen = countChosen(session.talk);
    const isTieBeside = session.talk.chosen.activities.length === kMostChosen && answer.ties.length > 0;
    const text = chosen === 0 ? texts.say("conversation.plan.chosen_none")
      : texts.say("conversation.result.chosen_of", { count: chosen, most: kMostChosen })
        + (isTieBeside ? `. ${texts.say("conversation.plan.tie_beside")}` : "");
    count.replaceChildren(text);
    return text;
  };
  tell();
  const rows = listChoices(desk, answer).map((what) => makeRow(desk, names, what, (box) => {
    if (!toggleChosen(session, what)) {
      box.checked = false;
      announce(texts.say("conversation.result.chosen_full"));
      count.replaceChildren(texts.say("conversation.result.chosen_full"));
      return;
    }
    announce(tell());
    onChange();
  }));
  return makeSection("choices", texts.say("conversation.plan.choices"), makeParagraph(texts.say("conversation.plan.choices_lead")),
    make("fieldset", { class: "utrecht-form-fieldset__fieldset utrecht-form-fieldset__fieldset--html-fieldset" },
      make("legend", { class: "unseen" }, texts.say("conversation.plan.choices")), ...rows), count);
}
