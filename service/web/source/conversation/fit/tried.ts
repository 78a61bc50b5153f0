// What was tried before, and how did that go?
import type { Profile } from "v1";
import { makeButton } from "../../shared/buttons";
import { make, renew } from "../../shared/dom";
import { makeField, makeSelect, makeTextbox } from "../../shared/fields";
import { kReasons } from "../../shared/session";
import { isOfPast } from "../needs/past";
import { nameActivity } from "./activity_name";
import type { Answer, Question } from "./form";

type Tried = NonNullable<Profile["tried"]>[number];
type Outcome = Tried["outcome"];

const kOutcomes: readonly Outcome[] = ["stopped", "never_got_in", "refused", "going_well"];
const kMost = 30; // of the profile's schema, as the next
const kMostLetters = 200;
const kUnknown = "unknown";

/** The entries as rows; one without words is not yet said. */
class TriedList {
  readonly element = make("div");
  private readonly answer: Answer;
  private entries: readonly Tried[];

  constructor(answer: Answer) {
    this.answer = answer;
    this.entries = (answer.value ?? []) as Tried[];
    this.show();
  }

  private word(part: string): string {
    return this.answer.desk.texts.say(`conversation.fit.questions.tried.${part}`);
  }

  private store(entries: readonly Tried[]): void {
    this.entries = entries;
    const said = entries.filter(({ text, activity, contact }) => text?.trim() || activity !== undefined || contact !== undefined);
    this.answer.set(said.length > 0 ? said : undefined);
  }

  /** Without what stands with the things of the past, which are asked where wishes are. */
  private show(): void {
    const { profile } = this.answer.desk.session.talk;
    renew(this.element,
      ...this.entries.map((entry, index) => (isOfPast(profile, entry) ? null : this.makeRow(entry, index))),
      makeButton("secondary-action", this.word("add"), () => this.add(), { id: "tried-add", disabled: this.entries.length >= kMost }));
  }

  private makeRow(entry: Tried, index: number): HTMLElement {
    const { texts } = this.answer.desk;
    const outcomes = kOutcomes.map((name) => [name, this.word(`outcomes.${name}`)] as const);
    const outcome = makeSelect(outcomes, entry.outcome, (value) => this.change(index, { outcome: value as Outcome }));
    const reasons = [kUnknown, ...kReasons].map((name) => [name, texts.say(`conversation.needs.past.endings.${name}`)] as const);
    const reason = makeSelect(reasons, entry.reason ?? kUnknown,
      (value) => this.change(index, { reason: value === kUnknown ? undefined : value as Tried["reason"] }));
    return make("div", { class: "tried-row", role: "group", "aria-label": texts.say("conversation.fit.questions.tried.number", { number: index + 1 }) },
      this.makeWhat(entry, index),
      makeField({ id: `tried-${index}-outcome`, label: this.word("outcome"), input: outcome }),
      makeField({ id: `tried-${index}-reason`, label: this.word("reason"), input: reason }),
      makeButton("plain", this.word("remove"), () => this.remove(index), {
        id: `tried-${index}-remove`,
        "aria-label": texts.say("conversation.fit.list.remove", { name: entry.text || texts.say("conversation.fit.questions.tried.number", { number: index + 1 }) }),
      }));
  }

  /** What it was: a name that stands fast, or words to change. */
  private makeWhat(entry: Tried, index: number): HTMLElement {
    const { texts, session } = this.answer.desk;
    if (entry.activity !== undefined) {
      const name = make("p", { class: "tried-name" }, texts.say("conversation.fit.activity"));
      void nameActivity(texts, entry.activity).then((found) => name.replaceChildren(found));
      return name;
    }
    if (entry.contact !== undefined) {
      const contact = session.talk.profile.network?.contacts?.find(({ id }) => id === entry.contact);
      return make("p", { class: "tried-name" }, contact?.alias ?? texts.say("conversation.fit.contact"));
    }
    const input = makeTextbox({ maxlength: kMostLetters, value: entry.text, input: () => this.change(index, { text: input.value }) });
    return makeField({ id: `tried-${index}-text`, label: this.word("what"), input });
  }

  private change(index: number, part: Partial<Tried>): void {
    this.store(this.entries.map((entry, place) => (place === index ? { ...entry, ...part } : entry)));
  }

  private remove(index: number): void {
    this.store(this.entries.filter((_, place) => place !== index));
    this.show();
    document.getElementById("tried-add")?.focus();
  }

  private add(): void {
    this.entries = [...this.entries, { text: "", outcome: "stopped" }];
    this.show();
    document.getElementById(`tried-${this.entries.length - 1}-text`)?.focus();
  }
}

export const kTried: Question = {
  name: "tried",
  path: ["tried"],
  takesBack: "one_by_one",
  inputOf: ([place, member]) => `tried-${place}-${member ?? "text"}`,
  makeInputs: (answer) => [new TriedList(answer).element],
};
