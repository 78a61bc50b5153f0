// How is one question asked at a time?
import { makeButton, makeSender } from "../../shared/buttons";
import { make } from "../../shared/dom";
import { announce } from "../../shared/frame";
import { editContact, editNetwork, findContact } from "./contacts";
import { makeItemField, makeWantedField, type Answer, type WantedDomain } from "./fields";
import { setItem, type ItemValue } from "./items";
import { isAnswered, nextQuestion, skippedOf, type OpenQuestion, type WantedName } from "./open_questions";
import { makeTiesRound } from "./ties";
import { nameOfId, word, type View } from "./view";

function setWanted(view: View, name: WantedName, value: ItemValue | undefined): void {
  editNetwork(view.desk.session, (network) => {
    const wanted = network.wanted ??= {};
    if (value === undefined) delete wanted[name];
    else if (name === "domains") wanted.domains = value as WantedDomain[];
    else wanted[name] = Number(value);
  });
}

/** Keeps an answer to any question but who knows whom, which keeps its own. */
export function keepAnswer(view: View, question: OpenQuestion, value: ItemValue | undefined): void {
  if (question.about === "wanted") setWanted(view, question.name, value);
  if (question.about === "contact") editContact(view.desk.session, question.contact, (contact) => setItem(contact, question.item.name, value));
}

function makeAnswerField(view: View, question: OpenQuestion, answer: Answer): HTMLElement | null {
  if (question.about === "wanted") return makeWantedField(view, view.profile().network?.wanted, question.name, answer);
  const contact = question.about === "contact" ? findContact(view.profile(), question.contact) : undefined;
  return contact !== undefined && question.about === "contact" ? makeItemField(view, contact, question.item, answer) : null;
}

/** Tells of a change within `form` whether a mouse or finger chose a radio button: then the answer is final. */
function watchPointer(form: HTMLElement): (event: Event) => boolean {
  let pressed: Node | null = null; // where, until a key is
  form.addEventListener("pointerdown", (event) => { pressed = event.target as Node; });
  form.addEventListener("keydown", () => { pressed = null; });
  return ({ target }) => target instanceof HTMLInputElement && target.type === "radio" && target.parentElement?.contains(pressed) === true && pressed !== null;
}

export interface QuestionCard {
  readonly element: HTMLElement;
  /** Asks the next question unless the one that stands is still open. */
  update(askFirst: readonly OpenQuestion[]): void;
  /** The contact of the question that stands. */
  about(): string | null;
}

class Card implements QuestionCard {
  readonly element = make("section", { class: "map-question" });
  private asked: OpenQuestion | null = null;
  private askFirst: readonly OpenQuestion[] = [];
  private readonly answered: OpenQuestion[] = []; // to go back to

  constructor(private readonly view: View, private readonly onAsk: () => void) {}

  about(): string | null {
    return this.asked?.about === "contact" ? this.asked.contact : null;
  }

  update(askFirst: readonly OpenQuestion[]): void {
    this.askFirst = askFirst;
    const selected = this.view.selected();
    const isOfOther = selected !== null && this.about() !== selected;
    const isGone = this.about() !== null && findContact(this.view.profile(), this.about()) === undefined;
    if (this.asked === null || isOfOther || isGone) this.ask(this.next());
  }

  private next(): OpenQuestion | null {
    return nextQuestion(this.view.desk.session.talk, this.askFirst, this.view.selected());
  }

  /** Goes on to the next question, with the keyboard's focus. */
  private proceed(): void {
    if (this.asked !== null) this.answered.push(this.asked);
    this.ask(this.next());
    const field = this.element.querySelector<HTMLElement>("input:checked, input");
    (field ?? this.element.querySelector<HTMLElement>("h2"))?.focus();
    announce(this.element.querySelector("legend, label, p")?.textContent ?? "");
  }

  private back(): void {
    const question = this.answered.pop();
    if (question === undefined) return;
    skippedOf(this.view.desk.session.talk).delete(question.key);
    this.ask(question);
    this.element.querySelector<HTMLElement>("input:checked, input")?.focus();
  }

  /** Passes a question over; an answer given before is taken back. */
  private skip(question: OpenQuestion): void {
    if (isAnswered(question, this.view.profile())) keepAnswer(this.view, question, undefined);
    skippedOf(this.view.desk.session.talk).add(question.key);
    this.proceed();
  }

  private ask(question: OpenQuestion | null): void {
    const { view } = this;
    this.asked = question;
    this.onAsk();
    const title = question?.about === "contact" ? word(view, "question.about", { name: nameOfId(view, question.contact) }) : word(view, "question.title");
    this.element.replaceChildren(
      make("h2", { class: "utrecht-heading-3", tabindex: "-1" }, title),
      question === null ? make("p", {}, word(view, view.selected() === null ? "question.none" : "question.none_of_this")) : this.makeForm(question));
  }

  private makeForm(question: OpenQuestion): HTMLElement {
    const { view } = this;
    const form = make("form", { class: "one-question" });
    const isFinal = watchPointer(form);
    let value: ItemValue | undefined;
    const finish = (): void => {
      if (value === undefined && !isAnswered(question, view.profile())) {
        how.replaceChildren(word(view, "question.choose_first"));
        announce(word(view, "question.choose_first"));
        return;
      }
      if (value !== undefined) keepAnswer(view, question, value);
      this.proceed();
    };
    const field = makeAnswerField(view, question, (chosen, event) => {
      value = chosen;
      if (isFinal(event)) finish();
    });
    const how = make("p", { class: "talk-soft" }, word(view, field?.querySelector("[type=radio]") ? "question.how" : "question.how_next"));
    form.append(
      field ?? makeTiesRound(view, () => this.proceed()),
      make("div", { class: "talk-row" },
        field === null ? null : makeSender("primary-action", word(view, "question.next")),
        makeButton("secondary-action", word(view, "question.skip"), () => this.skip(question)),
        this.answered.length === 0 ? null : makeButton("subtle", word(view, "question.back"), () => this.back())),
      how);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      finish();
    });
    return form;
  }
}

/** Calls `onAsk` with each question that comes to stand. */
export function makeQuestionCard(view: View, onAsk: () => void): QuestionCard {
  return new Card(view, onAsk);
}
