// By what can hits be narrowed?
import type { ActivityPage } from "v1";
import { make } from "../shared/dom";
import { makeTick } from "../shared/fields";
import type { Texts } from "../shared/texts";
import type { FacetName, Search } from "./address";

type Facet = ActivityPage["facets"][number];
type FacetValue = Facet["values"][number];

const kShown = 7; // values of a facet before the others are asked for
const kWeek: readonly string[] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const kOpenFirst: readonly string[] = ["concept", "attendance", "day"];
const kCosts = ["0", "2,50", "5", "10"]; // euro

/** A value as people say it: of languages the name, which the service leaves out. */
function sayValue(texts: Texts, facet: FacetName, value: FacetValue): string {
  return facet === "language" ? texts.nameLanguage(value.value) : value.label;
}

/** Those that are chosen first, most found before fewer; the days as in a week. */
function order({ field, values }: Facet): FacetValue[] {
  if (field === "day") return [...values].sort((one, other) => kWeek.indexOf(one.value) - kWeek.indexOf(other.value));
  return [...values.filter((value) => value.is_chosen), ...values.filter((value) => !value.is_chosen)];
}

/** A value that was chosen, also where no hit has it any more and the service does not name it. */
export function sayChosen(texts: Texts, page: ActivityPage, facet: FacetName, value: string): string {
  const known = page.facets.find((entry) => entry.field === facet)?.values.find((entry) => entry.value === value);
  if (known !== undefined) return sayValue(texts, facet, known);
  const path = `search.value.${facet}.${value}`;
  return texts.has(path) ? texts.say(path) : sayValue(texts, facet, { value, label: value, count: 0, is_chosen: true });
}

/** The filters beside the hits. Remembers which groups are open. */
export class Facets {
  private readonly open = new Set<string>(kOpenFirst);
  private readonly whole = new Set<string>();
  private readonly onSearch: (search: Search) => void;

  constructor(onSearch: (search: Search) => void) {
    this.onSearch = onSearch;
  }

  make(texts: Texts, search: Search, page: ActivityPage): Node[] {
    const groups = page.facets.filter((facet) => facet.values.length > 0).map((facet) => this.makeGroup(texts, search, facet));
    return [...groups, this.makeCost(texts, search)];
  }

  private makeGroup(texts: Texts, search: Search, facet: Facet): HTMLElement {
    const values = order(facet);
    const isWhole = this.whole.has(facet.field);
    const shown = isWhole ? values : values.slice(0, kShown);
    const list = make("ul", { class: "facet-values" }, ...shown.map((value) => this.makeValue(texts, search, facet, value)));
    const more = values.length <= shown.length ? null : make("button", {
      type: "button", class: "more", click: () => {
        this.whole.add(facet.field);
        list.replaceChildren(...values.map((value) => this.makeValue(texts, search, facet, value)));
        list.querySelectorAll<HTMLElement>("input")[kShown]?.focus();
        more?.remove();
      },
    }, texts.say("search.all_values", { count: values.length }));
    return this.makeFold(facet.field, facet.label, [list, more,
      facet.unknown === 0 ? null : make("p", { class: "hint" }, texts.count("search.unknown_of", facet.unknown))]);
  }

  private makeFold(name: string, label: string, content: (Node | null)[]): HTMLElement {
    const fold = make("details", {
      class: "facet", open: this.open.has(name),
      toggle: () => fold.open ? this.open.add(name) : this.open.delete(name),
    }, make("summary", {}, label), make("fieldset", {}, make("legend", { class: "unseen" }, label), ...content));
    return fold;
  }

  private makeValue(texts: Texts, search: Search, facet: Facet, value: FacetValue): HTMLElement {
    const name = facet.field as FacetName;
    const tick = makeTick({
      type: "checkbox", label: sayValue(texts, name, value), isChosen: value.is_chosen,
      change: () => this.onSearch(search.toggle(name, value.value)), more: { "data-filter": `${name}=${value.value}` },
    });
    tick.append(make("span", { class: "facet-count" }, String(value.count)));
    return make("li", {}, tick);
  }

  private makeCost(texts: Texts, search: Search): HTMLElement {
    const chosen = search.get("maxCost");
    const choices = ["", ...kCosts].map((euro) => make("li", {}, makeTick({
      type: "radio", label: this.sayCost(texts, euro), isChosen: euro === chosen,
      change: () => this.onSearch(search.with("maxCost", euro)), more: { name: "maxCost", "data-filter": `maxCost=${euro}` },
    })));
    return this.makeFold("maxCost", texts.say("search.cost.label"), [make("ul", { class: "facet-values" }, ...choices)]);
  }

  private sayCost(texts: Texts, euro: string): string {
    if (euro === "") return texts.say("search.cost.any");
    return euro === "0" ? texts.say("search.cost.free") : texts.say("search.cost.most", { euro });
  }
}
