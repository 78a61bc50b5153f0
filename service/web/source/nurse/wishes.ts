// How is what matters most chosen: by a button for what is asked most, or by typing?
import type { ConceptList } from "v1";
import { make } from "../shared/dom";
import { makeGroup, makeTextbox } from "../shared/fields";
import { announce } from "../shared/frame";
import type { Texts } from "../shared/texts";
import { kMaxWishes, type Wish } from "./intake";

type Concept = ConceptList["concepts"][number];

/** What patients who go home ask for most (field facts: befriending, peers, drop-in, help at home). */
const kAskedMost = [
  "meet_walk_in", "buddy_mental_health", "peer_group", "buddy_telephone", "meet_coffee", "meet_eating", "do_walking", "help_shopping"];
const kMostFound = 6;
const kMaxLetters = 200;

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function isSame(a: Wish, b: Wish): boolean {
  return a.concept === b.concept && a.text === b.text;
}

/** The field; keeps its wishes in the list that it is given. */
export class Wishes {
  private readonly texts: Texts;
  private readonly concepts: readonly Concept[];
  private readonly wishes: Wish[];
  private readonly chosen = make("ul", { class: "picks" });
  private readonly asked = make("div", { class: "picks" });
  private readonly found = make("div", { class: "picks" });
  private readonly search = makeTextbox({
    name: "wish", id: "nurse-wish", maxlength: kMaxLetters, input: () => this.showFound(this.search.value),
    keydown: (event) => {
      if ((event as KeyboardEvent).key !== "Enter" || this.search.value === "") return;
      event.preventDefault(); // it would send the form
      this.found.querySelector("button")?.click();
    },
  });

  constructor(texts: Texts, concepts: readonly Concept[], wishes: Wish[], private readonly onChange: () => void) {
    this.texts = texts;
    this.concepts = concepts.filter((entry) => entry.kind === "activity");
    this.wishes = wishes;
  }

  make(): HTMLElement {
    const { texts } = this;
    this.show();
    return makeGroup({ id: "nurse-wishes", question: texts.say("nurse.wishes.label"), hint: texts.say("nurse.wishes.hint") }, this.chosen, this.asked,
      make("label", { class: "hint", for: "nurse-wish" }, texts.say("nurse.wishes.search")), this.search, this.found);
  }

  private label(wish: Wish): string {
    const found = this.concepts.find((entry) => entry.id === wish.concept);
    const code = this.texts.language.code === "nl" ? "nl" : "en";
    return found === undefined ? `“${wish.text ?? wish.concept ?? ""}”` : found.label[code];
  }

  private isChosen(wish: Wish): boolean {
    return this.wishes.some((entry) => isSame(entry, wish));
  }

  private toggle(wish: Wish): void {
    const at = this.wishes.findIndex((entry) => isSame(entry, wish));
    if (at < 0 && this.wishes.length >= kMaxWishes) {
      announce(this.texts.say("nurse.wishes.full"));
      return;
    }
    if (at >= 0) this.wishes.splice(at, 1);
    else this.wishes.push(wish);
    announce(this.texts.say(at < 0 ? "nurse.wishes.added" : "nurse.wishes.removed", { name: this.label(wish) }));
    this.show();
    this.onChange();
  }

  private makePick(wish: Wish): HTMLButtonElement {
    const isFull = this.wishes.length >= kMaxWishes && !this.isChosen(wish);
    return make("button", {
      type: "button", class: "pick", "aria-pressed": String(this.isChosen(wish)), "aria-disabled": isFull ? "true" : null,
      "data-wish": wish.concept ?? wish.text, click: () => this.toggle(wish),
    }, this.label(wish));
  }

  /** Keeps the focus on the button that was pressed, though all are made anew. */
  private show(): void {
    const focused = document.activeElement?.getAttribute("data-wish") ?? null;
    const others = this.wishes.filter((wish) => !kAskedMost.includes(wish.concept ?? ""));
    this.chosen.replaceChildren(...others.map((wish) => make("li", {}, this.makePick(wish))));
    this.chosen.hidden = others.length === 0;
    this.asked.replaceChildren(...kAskedMost.filter((id) => this.concepts.some((entry) => entry.id === id))
      .map((concept) => this.makePick({ concept })));
    this.found.replaceChildren();
    this.search.value = "";
    if (focused === null) return;
    (document.querySelector<HTMLElement>(`[data-wish="${CSS.escape(focused)}"]`) ?? this.search).focus();
  }

  private showFound(typed: string): void {
    const words = fold(typed).split(/\s+/).filter((word) => word !== "");
    if (words.length === 0) return this.found.replaceChildren();
    const fits = this.concepts.filter((entry) => {
      const names = fold(`${entry.label.nl} ${entry.label.en} ${entry.plain.nl} ${entry.plain.en}`);
      return words.every((word) => names.includes(word)) && !this.isChosen({ concept: entry.id });
    }).slice(0, kMostFound);
    this.found.replaceChildren(
      ...fits.map((entry) => this.makePick({ concept: entry.id })), this.makePick({ text: typed.trim() }));
    announce(this.texts.count("nurse.wishes.found", fits.length));
  }
}
