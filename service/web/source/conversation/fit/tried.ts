// What was tried before, and how did that go?
import type { Profile } from "v1";
import { make } from "../../shared/dom";
import { makeButton, makeField, makeSelect, makeTextbox } from "../fields";
import { isOfPast, kReasons } from "../needs/past";
import { nameActivity } from "./activity_name";
import type { Answer, Question } from "./form";

type Tried = NonNullable<Profile["tried"]>[number];
type Outcome = Tried["outcome"];

const kOutcomes: readonly Outcome[] = ["stopped", "never_got_in", "refused", "going_well"];
const kMost = 30; // of the profile's schema, as the next
const kMostLetters = 200;
const kUnknown = "unknown";

function triedOf(answer: Answer): Tried[] {
  return (answer.value ?? []) as Tried[];
}

function change(answer: Answer, index: number, part: Partial<Tried>): void {
  answer.set(triedOf(answer).map((entry, place) => (place === index ? { ...entry, ...part } : entry)));
}

/** What it was: a name that stands fast, or words to change. */
function makeWhat(answer: Answer, entry: Tried, index: number): HTMLElement {
  const { texts, session } = answer.desk;
  const label = texts.say("conversation.fit.questions.tried.what");
  if (entry.activity !== undefined) {
    const name = make("p", { class: "tried-name" }, texts.say("conversation.fit.activity"));
    void nameActivity(texts, entry.activity).then((found) => name.replaceChildren(found));
    return name;
  }
  if (entry.contact !== undefined) {
    const contact = session.talk.profile.network?.contacts?.find(({ id }) => id === entry.contact);
    return make("p", { class: "tried-name" }, contact?.alias ?? texts.say("conversation.fit.contact"));
  }
  const input = makeTextbox({ maxlength: kMostLetters, value: entry.text, input: () => change(answer, index, { text: input.value }) });
  return makeField({ id: `tried-${index}-text`, label, input });
}

function makeRow(answer: Answer, entry: Tried, index: number): HTMLElement {
  const { texts } = answer.desk;
  const say = (part: string): string => texts.say(`conversation.fit.questions.tried.${part}`);
  const outcomes = kOutcomes.map((name) => [name, say(`outcomes.${name}`)] as const);
  const outcome = makeSelect(outcomes, entry.outcome, { change: () => change(answer, index, { outcome: outcome.value as Outcome }) });
  const reasons = [kUnknown, ...kReasons].map((name) => [name, texts.say(`conversation.needs.past.endings.${name}`)] as const);
  const reason = makeSelect(reasons, entry.reason ?? kUnknown, {
    change: () => change(answer, index, { reason: reason.value === kUnknown ? undefined : reason.value as Tried["reason"] }),
  });
  return make("div", { class: "tried-row", role: "group", "aria-label": texts.say("conversation.fit.questions.tried.number", { number: index + 1 }) },
    makeWhat(answer, entry, index),
    makeField({ id: `tried-${index}-outcome`, label: say("outcome"), input: outcome }),
    makeField({ id: `tried-${index}-reason`, label: say("reason"), input: reason }),
    makeButton("subtle", {
      class: "ask-action", id: `tried-${index}-remove`,
      "aria-label": texts.say("conversation.fit.list.remove", { name: entry.text || say("title") }), click: () => remove(answer, index),
    }, say("remove")));
}

function remove(answer: Answer, index: number): void {
  const left = triedOf(answer).filter((_, place) => place !== index);
  answer.set(left.length > 0 ? left : undefined);
  answer.show();
  document.getElementById("tried-add")?.focus();
}

function add(answer: Answer): void {
  const entries = triedOf(answer);
  answer.set([...entries, { text: "", outcome: "stopped" }]);
  answer.show();
  document.getElementById(`tried-${entries.length}-text`)?.focus();
}

/** Without what stands with the things of the past, which are asked where wishes are. */
export const kTried: Question = {
  name: "tried",
  path: ["tried"],
  takesBack: "one_by_one",
  inputOf: ([place, member]) => `tried-${place}-${member ?? "text"}`,
  makeInputs: (answer) => {
    const entries = triedOf(answer);
    const { profile } = answer.desk.session.talk;
    return [
      ...entries.flatMap((entry, index) => (isOfPast(profile, entry) ? [] : [makeRow(answer, entry, index)])),
      makeButton("secondary-action", { id: "tried-add", disabled: entries.length >= kMost, click: () => add(answer) },
        answer.desk.texts.say("conversation.fit.questions.tried.add")),
    ];
  },
};
