// Of which small pieces are the answer and the plan put together?
import type { ActivityCard } from "v1";
import { type Child, make } from "../../shared/dom";
import { announce } from "../../shared/frame";
import type { Texts } from "../../shared/texts";
import type { Desk } from "../step";

export function makeHeading(level: 2 | 3 | 4, text: string): HTMLElement {
  return make(`h${level}`, { class: `utrecht-heading-${level}`, tabindex: level === 2 ? "-1" : null }, text);
}

export function makeParagraph(...children: Child[]): HTMLElement {
  return make("p", { class: "utrecht-paragraph" }, ...children);
}

export function makeList(entries: Child[], kind: "ul" | "ol" = "ul"): HTMLElement {
  const name = kind === "ul" ? "utrecht-unordered-list" : "utrecht-ordered-list";
  return make(kind, { class: name }, ...entries.map((entry) => make("li", { class: `${name}__item` }, entry)));
}

/** A part of the page with a heading of its own. */
export function makeSection(name: string, title: string, ...children: Child[]): HTMLElement {
  const heading = makeHeading(2, title);
  heading.id = `result-${name}`;
  return make("section", { class: `result-part ${name}`, "aria-labelledby": heading.id }, heading, ...children);
}

export function makeBadge(text: string, kind = "plain"): HTMLElement {
  return make("span", { class: `badge badge-${kind}` }, text);
}

/** Who offers it and where, each name once. */
export function tellPlace(activity: ActivityCard): string {
  const names = [activity.organization, activity.venue?.name, activity.venue?.city].filter((name): name is string => Boolean(name));
  return [...new Set(names)].join(", ");
}

export function tellMoney(texts: Texts, euro: number): string {
  return new Intl.NumberFormat(texts.language.code, { style: "currency", currency: "EUR" }).format(euro);
}

/** A wait that those who cannot see it hear of. */
export function makeWait(text: string): HTMLElement {
  announce(text);
  return make("p", { class: "utrecht-paragraph wait" }, text);
}

/** Whether there is nothing yet to match. */
export function isEmptyProfile({ session }: Desk): boolean {
  const { needs, interests, network } = session.talk.profile;
  return [needs, interests, network?.contacts].every((list) => (list ?? []).length === 0);
}
