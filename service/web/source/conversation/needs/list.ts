// How does someone see, weigh and order what they want?
import { makeButton } from "../../shared/buttons";
import { make, renew } from "../../shared/dom";
import { makeField, makeSelect } from "../../shared/fields";
import { announce } from "../../shared/frame";
import type { Desk } from "../step";
import { changeNeed, isFull, kFirst, kMostFirst, kMostNeeds, kPriorities, mayBeFirst, type Need, needsOf, priorityOf, type Priority, removeNeed, swapNeeds } from "./inventory";
import { drawTheme } from "./pictures";
import { makeReadings } from "./readings";
import { nameConcept, themeOf } from "./themes";
import type { Heard } from "./understanding";

interface Listener {
  changed: () => void; // another order, or fewer needs
  judged: () => void; // what was read in words was put right
  edit: (index: number) => void; // the words of a need are asked for
  isInField: (index: number) => boolean; // its words, and what was read in them, stand in the field
}

export class NeedList {
  readonly element = make("div", { class: "need-list" });
  private readonly desk: Desk;
  private readonly listener: Listener;
  private heard: Heard = { understood: [], safety: null };

  constructor(desk: Desk, listener: Listener) {
    this.desk = desk;
    this.listener = listener;
    this.show();
  }

  showHeard(heard: Heard): void {
    this.heard = heard;
    this.show();
  }

  show(): void {
    const { texts, session } = this.desk;
    const needs = needsOf(session.talk.profile);
    if (needs.length === 0) {
      renew(this.element, make("p", { class: "ask-hint" }, texts.say("conversation.needs.list.empty")));
      return;
    }
    renew(this.element,
      make("p", { class: "ask-hint" }, texts.say("conversation.needs.list.hint", { most: kMostFirst })),
      isFull(session.talk.profile) ? make("p", {}, texts.say("conversation.needs.full", { most: kMostNeeds })) : null,
      make("ol", { class: "need-cards" }, ...needs.map((need, index) => this.makeCard(need, index))));
  }

  private nameOf(need: Need): string {
    const concept = this.desk.concepts.find(({ id }) => id === need.concept);
    return concept === undefined ? need.text ?? need.concept ?? "" : nameConcept(this.desk.texts, concept);
  }

  private makeCard(need: Need, index: number): HTMLElement {
    const concept = this.desk.concepts.find(({ id }) => id === need.concept);
    const theme = concept === undefined ? null : themeOf(concept);
    const isFirst = priorityOf(need) === kFirst;
    return make("li", { class: isFirst ? "need first" : "need" },
      make("div", { class: "need-head" },
        theme === null ? null : drawTheme(theme),
        make("h3", { class: "need-name", id: `need-${index}` }, need.concept === undefined ? make("q", {}, need.text ?? "") : this.nameOf(need))),
      need.concept !== undefined && need.text !== undefined ? make("p", {}, make("q", {}, need.text)) : null,
      this.listener.isInField(index) ? null : makeReadings(this.desk, this.heard.understood.filter((reading) => reading.need === index), this.listener.judged),
      this.makePriority(need, index),
      this.makeActions(need, index));
  }

  private makePriority(need: Need, index: number): HTMLElement {
    const { texts, session } = this.desk;
    const choices = kPriorities.map((value) => [String(value), texts.say(`conversation.needs.priority.${value}`)] as const);
    const input = makeSelect(choices, String(priorityOf(need)), (value) => {
      session.change(({ profile }) => changeNeed(profile, index, (changed) => { changed.priority = Number(value) as Priority; }));
      this.show();
    });
    const isRefused = priorityOf(need) !== kFirst && !mayBeFirst(session.talk.profile);
    input.options[kPriorities.indexOf(kFirst)]!.disabled = isRefused;
    return makeField({
      id: `priority-${index}`, input,
      label: make("span", {}, texts.say("conversation.needs.priority.label"), make("span", { class: "unseen" }, ` ${this.nameOf(need)}`)),
      hint: isRefused ? texts.say("conversation.needs.priority.full", { most: kMostFirst }) : undefined,
    });
  }

  private makeActions(need: Need, index: number): HTMLElement {
    const { texts, session } = this.desk;
    const name = this.nameOf(need);
    const last = needsOf(session.talk.profile).length - 1;
    const makeAction = (action: string, sign: string, click: () => void, isOff = false): HTMLElement => makeButton(
      "plain", sign === "" ? texts.say(`conversation.needs.list.${action}`) : sign, click,
      { id: `${action}-${index}`, disabled: isOff, "aria-label": texts.say(`conversation.needs.list.${action}_named`, { name }) });
    return make("div", { class: "need-actions" },
      makeAction("up", "↑", () => this.move(index, index - 1), index === 0),
      makeAction("down", "↓", () => this.move(index, index + 1), index === last),
      makeAction(need.text === undefined ? "words" : "rewrite", "", () => this.listener.edit(index)),
      makeAction("remove", "", () => this.remove(index, name)));
  }

  private move(from: number, to: number): void {
    const { texts, session } = this.desk;
    session.change(({ profile }) => swapNeeds(profile, from, to));
    this.forgetHeard();
    this.listener.changed();
    const [wish, other] = to < from ? ["up", "down"] : ["down", "up"];
    const button = document.getElementById(`${wish}-${to}`) as HTMLButtonElement | null;
    (button?.disabled ? document.getElementById(`${other}-${to}`) : button)?.focus();
    announce(texts.say("conversation.needs.list.moved", { name: this.nameOf(needsOf(session.talk.profile)[to] ?? {}), place: to + 1 }));
  }

  private remove(index: number, name: string): void {
    const { texts, session } = this.desk;
    session.change(({ profile }) => removeNeed(profile, index));
    this.forgetHeard();
    this.listener.changed();
    const left = needsOf(session.talk.profile).length;
    document.getElementById(left === 0 ? "own-words" : `remove-${Math.min(index, left - 1)}`)?.focus();
    announce(texts.say("conversation.needs.list.removed", { name }));
  }

  /** What was read names places of needs that stand elsewhere now. */
  private forgetHeard(): void {
    this.heard = { ...this.heard, understood: [] };
    this.show();
  }
}
