// Where in the conversation is one, and how does one come to another step?
import { make, renew } from "../shared/dom";
import type { Texts } from "../shared/texts";
import type { StepName } from "./step";

function tellHere(texts: Texts, steps: readonly StepName[], here: StepName): string {
  const step = texts.say(`conversation.${here}.title`);
  const number = steps.indexOf(here) + 1;
  return number === 0 ? step : texts.say("conversation.step_of", { number, count: steps.length, step });
}

/** All steps in their order; where the screen is narrow only the one that is here, with the others to be folded out. */
export class Trail {
  readonly place = make("div", { keydown: (event) => this.foldAtEscape(event) });
  private here: StepName | null = null;
  private isOpen = false;

  constructor(private readonly go: (step: StepName) => void) {}

  /** Shows anew; what was folded out stays so, and the keyboard stays where it is, until one goes to another step. */
  show(texts: Texts, steps: readonly StepName[], here: StepName): void {
    this.isOpen &&= here === this.here;
    this.here = here;
    renew(this.place, this.makeFold(tellHere(texts, steps, here)), make("ol", { class: "trail", id: "trail" }, ...steps.map((name) => make("li", {}, make("button", {
      type: "button", id: `trail-${name}`, "aria-current": name === here ? "step" : null, click: () => this.leave(name),
    }, texts.say(`conversation.${name}.title`))))));
  }

  private makeFold(text: string): HTMLElement {
    return make("button", {
      type: "button", class: "trail-fold", id: "trail-fold", "aria-expanded": String(this.isOpen), "aria-controls": "trail",
      click: () => this.fold(!this.isOpen),
    }, text);
  }

  private fold(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.place.querySelector(".trail-fold")?.setAttribute("aria-expanded", String(isOpen));
  }

  private foldAtEscape(event: Event): void {
    if (!this.isOpen || !(event instanceof KeyboardEvent) || event.key !== "Escape") return;
    this.fold(false);
    this.place.querySelector<HTMLElement>(".trail-fold")?.focus();
  }

  private leave(step: StepName): void {
    this.isOpen = false;
    this.go(step);
  }
}
