// What was done last, and how many are chosen? It stays in sight while one reads.
import { makeButton } from "../../shared/buttons";
import { make } from "../../shared/dom";
import type { Desk } from "../step";
import { countChosen, kMostChosen } from "./choice";

/** What was done, and how it is undone. */
export interface Deed {
  text: string;
  undo: () => void;
}

export class Shelf {
  readonly place: HTMLElement;
  private readonly desk: Desk;
  private deed: Deed | null = null;

  constructor(desk: Desk) {
    this.desk = desk;
    this.place = make("div", { class: "shelf", role: "group", "aria-label": desk.texts.say("conversation.result.shelf") });
  }

  /** Shows what was done last; null when nothing is left to undo. */
  tell(deed: Deed | null): void {
    this.deed = deed;
    this.show();
  }

  /** For who works by keyboard: what they stood on is gone. */
  focusUndo(): void {
    this.place.querySelector<HTMLElement>(".undo")?.focus({ preventScroll: true });
  }

  show(): void {
    const { texts, session } = this.desk;
    const count = countChosen(session.talk);
    this.place.hidden = count === 0 && this.deed === null;
    this.place.replaceChildren(...this.makeDeed(), ...(count === 0 ? [] : [make("div", { class: "shelf-row" },
      make("span", {}, texts.say("conversation.result.chosen_of", { count, most: kMostChosen })),
      makeButton("primary-action", texts.say("conversation.result.to_plan"), () => this.desk.go("plan")))]));
  }

  private makeDeed(): Node[] {
    const { deed } = this;
    if (deed === null) return [];
    const button = makeButton("secondary-action", this.desk.texts.say("conversation.result.undo"), deed.undo);
    button.classList.add("undo");
    return [make("div", { class: "shelf-row" }, make("span", {}, deed.text), button)];
  }
}
