// How far, and how, can someone travel?
import type { Profile } from "v1";
import { make } from "../../shared/dom";
import { makeField, makeTextbox, makeTick } from "../../shared/fields";
import { parseNumber, writeNumber } from "./answers";
import type { Answer, Question } from "./form";

type Leg = NonNullable<NonNullable<Profile["practical"]>["travel"]>[number];
type Mode = Leg["mode"];

const kModes: readonly Mode[] = ["walk", "wheelchair", "bicycle", "public_transport", "car", "lift"];
const kUsualMinutes = 30;

function legsOf(answer: Answer): Leg[] {
  return (answer.value ?? []) as Leg[];
}

function makeMinutes(answer: Answer, leg: Leg): HTMLElement {
  const { texts } = answer.desk;
  const input = makeTextbox({
    class: "short", inputmode: "numeric", maxlength: 4, value: writeNumber(leg.max_minutes, texts.language.code),
    input: () => answer.set(legsOf(answer).map((entry) => (entry.mode === leg.mode ? { ...entry, max_minutes: parseNumber(input.value) } : entry))),
  });
  return makeField({ id: `travel-${leg.mode}-minutes`, label: texts.say("conversation.fit.questions.travel.minutes"), input });
}

function makeMode(answer: Answer, mode: Mode): HTMLElement {
  const leg = legsOf(answer).find((entry) => entry.mode === mode);
  const tick = makeTick({
    type: "checkbox", more: { id: `travel-${mode}` }, label: answer.desk.texts.say(`conversation.fit.questions.travel.choices.${mode}`), isChosen: leg !== undefined,
    change: (isChosen) => {
      const others = legsOf(answer).filter((entry) => entry.mode !== mode);
      const legs = isChosen ? [...others, { mode, max_minutes: kUsualMinutes }] : others;
      answer.set(legs.length > 0 ? legs : undefined);
      answer.show();
    },
  });
  return make("div", { class: "ask-mode" }, tick, leg === undefined ? null : makeMinutes(answer, leg));
}

/** An empty list is an answer of its own: at home, by phone and online remain. */
function makeHousebound(answer: Answer): HTMLElement {
  return makeTick({
    type: "checkbox", more: { id: "travel-none" }, label: answer.desk.texts.say("conversation.fit.questions.travel.choices.none"),
    isChosen: answer.value !== undefined && legsOf(answer).length === 0,
    change: (isChosen) => {
      answer.set(isChosen ? [] : undefined);
      answer.show();
    },
  });
}

export const kTravel: Question = {
  name: "travel",
  path: ["practical", "travel"],
  makeInputs: (answer) => [make("div", { class: "ask-modes" }, ...kModes.map((mode) => makeMode(answer, mode)), makeHousebound(answer))],
  inputOf: ([place], profile) => {
    const mode = profile.practical?.travel?.[Number(place)]?.mode;
    return mode === undefined ? undefined : `travel-${mode}-minutes`;
  },
};
