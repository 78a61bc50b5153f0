// What was found, and how does one go on from there?
import type { ActivityPage } from "v1";
import { make } from "../shared/dom";
import { makeContacts } from "../shared/reach";
import type { Texts } from "../shared/texts";
import { kEverywhere, type Search } from "./address";
import { makeHit } from "./hits";
import type { GoTo } from "./reading";

const kOrders = ["relevance", "distance", "next_session", "name", "checked"];

function makeSort(texts: Texts, search: Search, page: ActivityPage, go: GoTo): HTMLElement {
  const orders = kOrders.filter((order) => order !== "distance" || page.query.places.length > 0);
  const select = make("select", {
    class: "utrecht-select utrecht-select--html-select", id: "search-sort", change: () => go(search.with("sort", select.value)),
  }, ...orders.map((order) => make("option", { value: order, selected: order === page.order.by }, texts.say(`search.order.${order}`))));
  return make("div", { class: "sort" }, make("label", { class: "utrecht-form-label", for: "search-sort" }, texts.say("search.order.label")), select);
}

function makeLink(texts: Texts, name: string, search: Search, go: GoTo): HTMLElement {
  return make("a", {
    class: "utrecht-button utrecht-button--secondary-action page-link", href: search.toAddress(texts.language.code), rel: name,
    click: (event) => {
      event.preventDefault();
      go(search);
    },
  }, texts.say(`search.${name}`));
}

function makePaging(texts: Texts, search: Search, page: ActivityPage, go: GoTo): HTMLElement | null {
  if (page.total_pages < 2) return null;
  const at = page.page_number;
  return make("nav", { class: "paging", "aria-label": texts.say("search.paging") },
    page.first_page ? null : makeLink(texts, "prev", search.onPage(at - 1), go),
    make("span", {}, texts.say("search.page_of", { page: at, pages: page.total_pages })),
    page.last_page ? null : makeLink(texts, "next", search.onPage(at + 1), go));
}

function makeWayOut(label: string, onChoose: () => void): HTMLElement {
  return make("li", {}, make("button", { type: "button", class: "utrecht-button utrecht-button--secondary-action", click: onChoose }, label));
}

/** Nothing was found: what one can do now. */
function makeEmpty(texts: Texts, search: Search, page: ActivityPage, go: GoTo): HTMLElement {
  const ways = [
    search.hasFilters ? makeWayOut(texts.say("search.empty.no_filters"), () => go(search.withoutFilters())) : null,
    page.query.places.length > 0 ? makeWayOut(texts.say("search.empty.everywhere"), () => go(search.with("place", kEverywhere))) : null,
    search.get("q") === "" ? null : makeWayOut(texts.say("search.empty.no_words"), () => go(search.with("q", ""))),
    makeWayOut(texts.say("search.empty.online"), () => go(search.withoutFilters().with("q", "").with("place", "").toggle("attendance", "online"))),
  ];
  return make("div", { class: "card empty" }, make("p", {}, texts.say("search.empty.text")), make("ul", { class: "ways" }, ...ways));
}

/** The place is not known: how to go on. Takes the keyboard's focus when shown. */
export function makeUnknownPlace(texts: Texts, search: Search, go: GoTo): HTMLElement {
  return make("div", { class: "card empty", role: "alert", tabindex: "-1" },
    make("p", {}, texts.say("search.unknown_place", { place: search.get("place") })),
    make("ul", { class: "ways" }, makeWayOut(texts.say("search.empty.everywhere"), () => go(search.with("place", kEverywhere)))));
}

function makeSafety(page: ActivityPage): HTMLElement | null {
  if (page.safety === null) return null;
  return make("div", { class: "notice" }, make("p", {}, page.safety.text), makeContacts(page.safety.contacts));
}

export function makeResults(texts: Texts, search: Search, page: ActivityPage, go: GoTo): Node[] {
  const safety = makeSafety(page);
  return [
    ...(safety === null ? [] : [safety]),
    make("div", { class: "results-head" },
      make("h2", { class: "utrecht-heading-2", id: "results", tabindex: "-1" }, texts.count("search.found", page.total_items)),
      page.empty ? null : makeSort(texts, search, page, go)),
    page.empty ? makeEmpty(texts, search, page, go)
      : make("ol", { class: "hits", "aria-labelledby": "results" }, ...page.contents.map((hit) => makeHit(texts, search, hit))),
    ...[makePaging(texts, search, page, go)].filter((part): part is HTMLElement => part !== null)];
}
