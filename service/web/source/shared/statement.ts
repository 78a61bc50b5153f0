// How is a statement shown: headings with short paragraphs and lists?
import { make } from "./dom";
import type { Texts } from "./texts";

export interface StatementPart {
  name: string; // under the statement's section of the texts
  paragraphs: readonly string[]; // by name, under the part
  items?: readonly string[]; // of a list below them, likewise
}

/** The statement whose texts stand under `section`. */
export function makeStatement(texts: Texts, section: string, parts: readonly StatementPart[]): Node[] {
  const say = (path: string): string => texts.say(`${section}.${path}`);
  const content = parts.flatMap(({ name, paragraphs, items = [] }) => [
    make("h2", { class: "utrecht-heading-2" }, say(`${name}.title`)),
    ...paragraphs.map((paragraph) => make("p", {}, say(`${name}.${paragraph}`))),
    items.length === 0 ? null : make("ul", {}, ...items.map((item) => make("li", {}, say(`${name}.${item}`))))]);
  return [
    make("h1", { class: "utrecht-heading-1" }, say("title")),
    make("p", { class: "utrecht-paragraph utrecht-paragraph--lead start-lead" }, say("lead")),
    make("article", { class: "statement" }, ...content)];
}
