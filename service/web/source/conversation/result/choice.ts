// What did the person choose, at most three together?
import { Refused } from "../../shared/api";
import { make } from "../../shared/dom";
import { announce } from "../../shared/frame";
import type { Chosen, Session, Talk } from "../../shared/session";
import type { Desk } from "../step";

export const kMostChosen = 3;

/** What can be chosen: an activity or an existing contact, by its id. */
export interface Choosable {
  kind: keyof Chosen;
  id: string;
  name: string;
}

export function countChosen({ chosen }: Readonly<Talk>): number {
  return chosen.activities.length + chosen.ties.length;
}

export function isChosen({ chosen }: Readonly<Talk>, { kind, id }: Choosable): boolean {
  return chosen[kind].includes(id);
}

/** Takes it up, or back. False where there are as many as a plan holds. */
export function toggleChosen(session: Session, what: Choosable): boolean {
  const isIn = isChosen(session.talk, what);
  if (!isIn && countChosen(session.talk) >= kMostChosen) return false;
  session.change(({ chosen }) => {
    chosen[what.kind] = isIn ? chosen[what.kind].filter((id) => id !== what.id) : [...chosen[what.kind], what.id];
  });
  return true;
}

/** Takes back the choices that the service refuses, such as an activity that fits no longer; how many. */
export function dropRefused(session: Session, error: unknown): number {
  const faults = error instanceof Refused ? error.problem?.errors ?? [] : [];
  const refused = faults.map(({ pointer }) => /^\/chosen\/(activities|ties)\/(\d+)$/.exec(pointer)).filter((match) => match !== null);
  const ids = new Set(refused.map(([, kind, place]) => session.talk.chosen[kind as keyof Chosen][Number(place)]));
  if (ids.size === 0) return 0;
  session.change(({ chosen }) => {
    chosen.activities = chosen.activities.filter((id) => !ids.has(id));
    chosen.ties = chosen.ties.filter((id) => !ids.has(id));
  });
  return ids.size;
}

/** Buttons that choose; all of them follow when one is pressed. */
export class Choosers {
  private readonly desk: Desk;
  private readonly onChange: () => void;
  private buttons: [HTMLButtonElement, Choosable][] = [];

  constructor(desk: Desk, onChange: () => void) {
    this.desk = desk;
    this.onChange = onChange;
  }

  makeButton(what: Choosable): HTMLButtonElement {
    const button = make("button", {
      type: "button", class: "utrecht-button utrecht-button--primary-action choose", click: () => this.press(what),
    });
    this.buttons.push([button, what]);
    this.dress(button, what);
    return button;
  }

  private press(what: Choosable): void {
    const { texts, session } = this.desk;
    const isDone = toggleChosen(session, what);
    this.buttons = this.buttons.filter(([button]) => button.isConnected);
    for (const [button, about] of this.buttons) this.dress(button, about);
    const count = countChosen(session.talk);
    announce(isDone ? texts.count("conversation.result.chosen", count) : texts.say("conversation.result.chosen_full"));
    this.onChange();
  }

  private dress(button: HTMLButtonElement, what: Choosable): void {
    const { texts, session } = this.desk;
    const isIn = isChosen(session.talk, what);
    button.classList.toggle("is-chosen", isIn);
    button.setAttribute("aria-disabled", String(!isIn && countChosen(session.talk) >= kMostChosen));
    button.replaceChildren(texts.say(isIn ? "conversation.result.chosen_this" : "conversation.result.choose"),
      make("span", { class: "unseen" }, `: ${what.name}`));
  }
}
