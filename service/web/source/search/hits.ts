// How is an activity that was found shown in the list?
import type { Hit } from "v1";
import { make } from "../shared/dom";
import { makePhoneLink } from "../shared/reach";
import type { Texts } from "../shared/texts";
import type { Search } from "./address";

const kMetersOfKm = 1000;
const kExcerpts = 2; // of an activity

/** Where the activity's own page stands. */
export function addressOf(id: string, texts: Texts): string {
  const language = texts.language.code === "nl" ? "" : `?taal=${texts.language.code}`;
  return `/activiteiten/${encodeURIComponent(id)}${language}`;
}

function sayDistance(texts: Texts, meters: number): string {
  if (meters < kMetersOfKm) return texts.say("search.hit.under_km");
  const number = new Intl.NumberFormat(texts.language.code, { maximumFractionDigits: 0 }).format(meters / kMetersOfKm);
  return texts.say("search.hit.km", { number });
}

function sayCost(texts: Texts, cost: Hit["activity"]["cost"]): string {
  if (cost === null) return texts.say("search.hit.cost_unknown");
  if (cost.per_session === 0) return texts.say("search.hit.free");
  const euro = new Intl.NumberFormat(texts.language.code, { style: "currency", currency: "EUR" }).format(cost.per_session);
  return texts.say("search.hit.cost", { euro });
}

function makeFact(term: string, ...texts: (Node | string)[]): HTMLElement {
  return make("div", {}, make("dt", {}, term), make("dd", {}, ...texts));
}

function makeFacts(texts: Texts, hit: Hit): HTMLElement {
  const { activity } = hit;
  const where = [activity.venue?.name, activity.venue?.city].filter((part) => part !== undefined && part !== "").join(", ");
  const far = hit.distance_meters === null ? "" : ` (${sayDistance(texts, hit.distance_meters)})`;
  const next = hit.next_sessions[0];
  return make("dl", { class: "hit-facts" },
    makeFact(texts.say("search.hit.where"), where === "" ? texts.say("search.hit.where_unknown") : where + far),
    makeFact(texts.say("search.hit.when"), next === undefined ? texts.say("search.hit.when_unknown") : texts.date(next)),
    makeFact(texts.say("search.hit.price"), sayCost(texts, activity.cost)),
    activity.phone === null ? null : makeFact(texts.say("search.hit.phone"), makePhoneLink(activity.phone)));
}

/** The text around a word, with the word marked. */
function makeExcerpt(excerpt: string, found: string | null): HTMLElement {
  const at = found === null ? -1 : excerpt.indexOf(found);
  if (found === null || at < 0) return make("p", { class: "excerpt" }, excerpt);
  return make("p", { class: "excerpt" }, excerpt.slice(0, at), make("mark", {}, found), excerpt.slice(at + found.length));
}

function makeWhy(hit: Hit): Node[] {
  const inText = hit.why.filter((word) => word.excerpt !== null && word.field !== "/name").slice(0, kExcerpts);
  const otherwise = hit.why.filter((word) => word.tier !== "exact" && word.tier !== "stem").map((word) => word.text);
  return [...inText.map((word) => makeExcerpt(word.excerpt ?? "", word.found)),
    ...(otherwise.length === 0 ? [] : [make("p", { class: "why" }, otherwise.join(" "))])];
}

function makeList(name: string, items: string[]): HTMLElement | null {
  return items.length === 0 ? null : make("ul", { class: `hit-${name}` }, ...items.map((item) => make("li", {}, item)));
}

/** One activity: what it is, where, when, and why it stands here. */
export function makeHit(texts: Texts, search: Search, hit: Hit): HTMLElement {
  const { activity } = hit;
  const missing = hit.missing_words.length === 0 ? null
    : make("p", { class: "why" }, texts.say("search.hit.missing", { words: hit.missing_words.join(", ") }));
  return make("li", { class: "card hit" },
    make("h3", { class: "utrecht-heading-3" }, make("a", { class: "utrecht-link", href: addressOf(activity.id, texts) + search.toReturn() }, activity.name)),
    activity.organization === "" ? null : make("p", { class: "hit-organization" }, activity.organization),
    ...makeWhy(hit), missing, makeFacts(texts, hit),
    makeList("known", hit.known.filter((fact) => fact.filter !== "place").map((fact) => fact.text)),
    makeList("unknown", hit.unknown.map((fact) => fact.text)),
    make("p", { class: "hint" }, hit.verified_on === null ? texts.say("search.hit.never_checked")
      : texts.say("search.hit.checked", { date: texts.date(hit.verified_on) })));
}
