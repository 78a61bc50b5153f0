// How does someone say in their own words what they want?
import { makeButton } from "../../shared/buttons";
import { make, renew } from "../../shared/dom";
import { makeField, makeTextarea, tellFault } from "../../shared/fields";
import { announce } from "../../shared/frame";
import type { Desk } from "../step";
import { addNeed, changeNeed, isFull, kMostNeeds, needsOf } from "./inventory";
import { makeReadings } from "./readings";
import { nameConcept } from "./themes";
import type { Heard } from "./understanding";

const kMostLetters = 500; // of the profile's schema

interface Listener {
  typed: () => void; // the words changed
  judged: () => void; // what was read in them was put right
}

/** One field that makes a need of its words as they are typed, or changes the words of a need. */
export class OwnWords {
  readonly element = make("div", { class: "own-words" });
  private readonly desk: Desk;
  private readonly listener: Listener;
  private readonly heard = make("div", { class: "heard" });
  private readonly input = makeTextarea("", { rows: 3, maxlength: kMostLetters, input: () => this.take(this.input.value) });
  private at: number | null = null; // the need that the field is about; null: none yet

  constructor(desk: Desk, listener: Listener) {
    this.desk = desk;
    this.listener = listener;
    this.show();
  }

  isAbout(index: number): boolean {
    return this.at === index;
  }

  /** Takes up the words of a need. */
  edit(index: number): void {
    this.at = index;
    this.show();
    document.getElementById("own-words")?.focus();
  }

  /** The list changed: where another need stands at the place now, the field starts anew. */
  follow(): void {
    if (this.at !== null && needsOf(this.desk.session.talk.profile)[this.at]?.text !== this.input.value) this.restart();
  }

  showHeard({ understood, safety }: Heard): void {
    const here = understood.filter((reading) => reading.need === this.at);
    const { texts, session } = this.desk;
    const words = this.at === null ? undefined : needsOf(session.talk.profile)[this.at]?.text;
    const isUnread = words !== undefined && here.length === 0 && safety === null;
    renew(this.heard, isUnread
      ? make("p", { class: "ask-hint" }, texts.say("conversation.needs.reading.none"))
      : makeReadings(this.desk, here, this.listener.judged));
    if (here.length > 0 && !this.heard.contains(document.activeElement)) {
      announce(texts.say("conversation.needs.reading.heard", { labels: here.map((reading) => reading.label).join(", ") }));
    }
  }

  private show(): void {
    const { texts, session } = this.desk;
    const need = this.at === null ? undefined : needsOf(session.talk.profile)[this.at];
    const concept = this.desk.concepts.find(({ id }) => id === need?.concept);
    const label = concept === undefined
      ? texts.say("conversation.needs.words.label")
      : texts.say("conversation.needs.words.about", { name: nameConcept(texts, concept) });
    this.input.value = need?.text ?? "";
    this.heard.replaceChildren();
    renew(this.element,
      makeField({ id: "own-words", label, hint: texts.say("conversation.needs.words.hint"), input: this.input }),
      this.heard,
      makeButton("secondary-action", texts.say("conversation.needs.words.next"), () => this.startNext(), { id: "next-words" }));
  }

  private take(text: string): void {
    const { session, texts } = this.desk;
    const { at } = this;
    if (at === null) {
      if (text.trim() === "") return;
      if (isFull(session.talk.profile)) {
        tellFault("own-words", texts.say("conversation.needs.full", { most: kMostNeeds }));
        return;
      }
      session.change(({ profile }) => { this.at = addNeed(profile, { text }); });
    } else {
      session.change(({ profile }) => {
        if (!changeNeed(profile, at, (need) => { need.text = text; })) this.at = null;
      });
    }
    tellFault("own-words", "");
    this.listener.typed();
  }

  private restart(): void {
    this.at = null;
    this.show();
  }

  private startNext(): void {
    const { session, texts } = this.desk;
    if (this.at !== null) announce(texts.count("conversation.needs.on_list", needsOf(session.talk.profile).length));
    this.restart();
    this.listener.judged();
    document.getElementById("own-words")?.focus();
  }
}
