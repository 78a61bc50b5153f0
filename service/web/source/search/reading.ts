// How was a search read, and how does one take that back?
import type { ActivityPage } from "v1";
import { make } from "../shared/dom";
import type { Texts } from "../shared/texts";
import { kEverywhere, kFacets, type Search } from "./address";
import { sayChosen } from "./facets";

export type GoTo = (search: Search) => void;

function makeChip(texts: Texts, label: string, onTakeOff: () => void): HTMLElement {
  return make("li", {}, make("button", { type: "button", class: "chip", "aria-label": texts.say("search.take_off", { name: label }), click: onTakeOff },
    make("span", {}, label), make("span", { class: "chip-cross", "aria-hidden": "true" }, "×")));
}

/** The text without one of its words or phrases. */
function dropFrom(text: string, part: string): string {
  const at = text.toLocaleLowerCase().indexOf(part.toLocaleLowerCase());
  return at < 0 ? text : `${text.slice(0, at)} ${text.slice(at + part.length)}`.replace(/\s+/g, " ").trim();
}

function replaceIn(text: string, part: string, other: string): string {
  const at = text.toLocaleLowerCase().indexOf(part.toLocaleLowerCase());
  return at < 0 ? text : text.slice(0, at) + other + text.slice(at + part.length);
}

function makePlaceChips(texts: Texts, search: Search, page: ActivityPage, go: GoTo): HTMLElement[] {
  if (search.get("place") === kEverywhere) {
    return [makeChip(texts, texts.say("search.everywhere"), () => go(search.with("place", "")))];
  }
  return page.query.places.map((place) => {
    const values = { place: place.name, km: place.radius_km ?? 0 };
    const label = texts.say(place.radius_km === null ? "search.near.within" : "search.near.radius", values);
    return makeChip(texts, label, () => go(search.with("place", place.text === null ? "" : kEverywhere)));
  });
}

function makeFilterChips(texts: Texts, search: Search, page: ActivityPage, go: GoTo): HTMLElement[] {
  return kFacets.flatMap((name) => search.chosen(name).map((value) =>
    makeChip(texts, sayChosen(texts, page, name, value), () => go(search.toggle(name, value)))));
}

function makeChips(texts: Texts, search: Search, page: ActivityPage, go: GoTo): HTMLElement | null {
  const text = search.get("q");
  const words = page.query.words.map((word) => makeChip(texts, word.text, () => go(search.with("q", dropFrom(text, word.text)))));
  const cost = search.get("maxCost") === "" ? []
    : [makeChip(texts, texts.say("search.cost.most", { euro: search.get("maxCost") }), () => go(search.with("maxCost", "")))];
  const chips = [
    ...words, ...makePlaceChips(texts, search, page, go), ...makeFilterChips(texts, search, page, go), ...cost];
  if (chips.length === 0) return null;
  return make("div", { class: "read-as" },
    make("h2", { class: "read-as-title", id: "read-as" }, texts.say("search.read_as")),
    make("ul", { class: "chips", "aria-labelledby": "read-as" }, ...chips));
}

function makeSpelling(texts: Texts, search: Search, page: ActivityPage, go: GoTo): HTMLElement[] {
  return page.query.spelling.filter((entry) => entry.instead !== null || entry.others.length > 0).map(({ word, instead, others }) => {
    const text = search.get("q");
    const says = instead === null ? texts.say("search.spelling.unknown", { word }) : texts.say("search.spelling.instead", { word, instead });
    const buttons = others.map((other) => make("button", {
      type: "button", class: "utrecht-button utrecht-button--secondary-action", click: () => go(search.with("q", replaceIn(text, word, other))),
    }, texts.say("search.spelling.other", { word: other })));
    return make("p", { class: "spelling" }, says, ...buttons);
  });
}

/** What was read, each part to be taken off; what a misspelt word was taken for. */
export function makeReading(texts: Texts, search: Search, page: ActivityPage, go: GoTo): Node[] {
  const chips = makeChips(texts, search, page, go);
  const without = page.query.without;
  return [
    ...(chips === null ? [] : [chips]),
    ...(without.length === 0 ? [] : [make("p", {}, texts.say("search.without", { words: without.join(", ") }))]),
    ...makeSpelling(texts, search, page, go)];
}
