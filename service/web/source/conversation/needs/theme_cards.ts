// How does someone choose from pictures what they want?
import { makeButton } from "../../shared/buttons";
import { make, renew } from "../../shared/dom";
import { makeTick } from "../../shared/fields";
import { announce } from "../../shared/frame";
import type { Concept, Desk } from "../step";
import { addNeed, findConcept, isFull, kMostNeeds, needsOf, removeNeed } from "./inventory";
import { drawTheme } from "./pictures";
import { groupByTheme, nameConcept, type Theme, type ThemeName } from "./themes";

/** Cards of themes; the one that is open shows its concepts below. */
export class ThemeCards {
  readonly element = make("div", { class: "theme-cards" });
  private readonly desk: Desk;
  private readonly changed: () => void;
  private open: ThemeName | null = null;

  constructor(desk: Desk, changed: () => void) {
    this.desk = desk;
    this.changed = changed;
    this.show();
  }

  /** Shows what is chosen now. */
  show(): void {
    const themes = groupByTheme(this.desk.concepts);
    const open = themes.find((theme) => theme.name === this.open);
    renew(this.element,
      make("ul", { class: "themes" }, ...themes.map((theme) => this.makeCard(theme))),
      open === undefined ? null : this.makePanel(open));
  }

  private makeCard({ name, concepts }: Theme): HTMLElement {
    const { texts, session } = this.desk;
    const chosen = concepts.filter(({ id }) => findConcept(session.talk.profile, id) >= 0).length;
    const isOpen = name === this.open;
    return make("li", {}, make("button", {
      type: "button", class: "theme", id: `theme-${name}`, "aria-expanded": String(isOpen),
      "aria-controls": isOpen ? "theme-panel" : null, click: () => this.toggle(name),
    },
    drawTheme(name),
    make("span", { class: "theme-name" }, texts.say(`conversation.needs.themes.${name}`)),
    chosen === 0 ? null : make("span", { class: "theme-count" }, texts.count("conversation.needs.chosen", chosen))));
  }

  private toggle(name: ThemeName): void {
    this.open = this.open === name ? null : name;
    this.show();
    if (this.open === null) return;
    const panel = document.getElementById("theme-panel");
    panel?.querySelector<HTMLElement>("h3")?.focus({ preventScroll: true });
    panel?.scrollIntoView({ block: "nearest" });
  }

  private makePanel({ name, concepts }: Theme): HTMLElement {
    const { texts } = this.desk;
    const close = makeButton("secondary-action", texts.say("conversation.needs.close_theme"), () => {
      this.toggle(name);
      document.getElementById(`theme-${name}`)?.focus();
    }, { id: "theme-close" });
    return make("div", { class: "theme-panel", id: "theme-panel", role: "group", "aria-labelledby": "theme-title" },
      make("h3", { class: "utrecht-heading-3", id: "theme-title", tabindex: "-1" }, texts.say(`conversation.needs.themes.${name}`)),
      make("ul", { class: "concepts" }, ...concepts.map((concept) => make("li", {}, this.makeConcept(concept)))),
      close);
  }

  private makeConcept(concept: Concept): HTMLElement {
    const { texts, session } = this.desk;
    return makeTick({
      type: "checkbox", more: { id: `concept-${concept.id}` }, label: nameConcept(texts, concept),
      isChosen: findConcept(session.talk.profile, concept.id) >= 0, change: (isChosen) => this.choose(concept, isChosen),
    });
  }

  private choose(concept: Concept, isChosen: boolean): void {
    const { texts, session } = this.desk;
    if (isChosen && isFull(session.talk.profile)) {
      announce(texts.say("conversation.needs.full", { most: kMostNeeds }));
    } else {
      session.change(({ profile }) => {
        if (isChosen) addNeed(profile, { concept: concept.id });
        else removeNeed(profile, findConcept(profile, concept.id));
      });
      announce(texts.count("conversation.needs.on_list", needsOf(session.talk.profile).length));
    }
    this.show();
    this.changed();
  }
}
