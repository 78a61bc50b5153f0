// What is asked and shown in the step "needs"?
import { make, renew } from "../shared/dom";
import { announce } from "../shared/frame";
import { makeProblem } from "../shared/problems";
import { NeedList } from "./needs/list";
import { OwnWords } from "./needs/own_words";
import { PastList } from "./needs/past";
import { makeSafety } from "./needs/safety";
import { ThemeCards } from "./needs/theme_cards";
import { type Heard, Understanding } from "./needs/understanding";
import type { Desk, Step } from "./step";

/** The parts of the step, each told when another changes the list of needs. */
class NeedsPage {
  private readonly desk: Desk;
  private readonly notice = make("div", { class: "above-all" });
  private readonly trouble = make("div");
  private readonly cards: ThemeCards;
  private readonly words: OwnWords;
  private readonly list: NeedList;
  private readonly understanding: Understanding;

  constructor(desk: Desk) {
    this.desk = desk;
    this.understanding = new Understanding(desk, (heard) => this.hear(heard), (error) => this.fail(error));
    const judged = (): void => this.readAgain();
    this.cards = new ThemeCards(desk, () => this.reorder());
    this.words = new OwnWords(desk, { typed: () => this.followWords(), judged });
    this.list = new NeedList(desk, {
      changed: () => this.reorder(), judged, edit: (index) => this.edit(index), isInField: (index) => this.words.isAbout(index),
    });
    void this.understanding.read();
  }

  makeParts(): Node[] {
    const say = (name: string): string => this.desk.texts.say(`conversation.needs.${name}`);
    const makeSection = (name: string, ...content: Node[]): HTMLElement => make("section", { class: "ask-part", "aria-labelledby": `part-${name}` },
      make("h2", { class: "utrecht-heading-2", id: `part-${name}` }, say(`${name}.title`)), ...content);
    return [
      make("p", { class: "utrecht-paragraph utrecht-paragraph--lead" }, say("lead")),
      this.notice,
      this.trouble,
      make("div", { class: "needs-page" },
        make("div", { class: "wishing" },
          makeSection("cards", this.cards.element),
          makeSection("words", this.words.element)),
        make("div", { class: "listing" }, makeSection("list", this.list.element))),
      makeSection("past", make("p", { class: "ask-hint" }, say("past.hint")), new PastList(this.desk).element),
    ];
  }

  private reorder(): void {
    this.words.follow();
    this.cards.show();
    this.list.show();
    void this.understanding.read();
  }

  private followWords(): void {
    this.list.show();
    this.understanding.readSoon();
  }

  private edit(index: number): void {
    this.words.edit(index);
    this.readAgain();
  }

  private readAgain(): void {
    this.list.show();
    void this.understanding.read();
  }

  private hear(heard: Heard): void {
    if (!this.notice.isConnected) return; // the step was left
    this.trouble.replaceChildren();
    this.words.showHeard(heard);
    this.list.showHeard(heard);
    const wasCalm = this.notice.childElementCount === 0;
    this.notice.replaceChildren(...(heard.safety === null ? [] : [makeSafety(this.desk.texts, heard.safety)]));
    if (heard.safety === null || !wasCalm) return;
    announce([heard.safety.text, ...heard.safety.contacts.map(({ name, phone }) => `${name}: ${phone}`)].join(" "));
  }

  private fail(error: unknown): void {
    renew(this.trouble, makeProblem(this.desk.texts, error));
  }
}

export const kNeedsStep: Step = {
  name: "needs",
  make: (desk) => new NeedsPage(desk).makeParts(),
};
