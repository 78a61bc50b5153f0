// How does someone search all activities?
import type { ActivityPage } from "v1";
import { Search } from "./search/address";
import { Facets } from "./search/facets";
import { makeSearchForm } from "./search/form";
import { makeReading } from "./search/reading";
import { makeResults, makeUnknownPlace } from "./search/results";
import { Refused, searchActivities } from "./shared/api";
import { make } from "./shared/dom";
import { announce, showPage } from "./shared/frame";
import { makeProblem } from "./shared/problems";
import type { Texts } from "./shared/texts";

const kWide = "(min-width: 60rem)"; // as styles/search.css has it

class SearchPage {
  private search = Search.read(location.search);
  private texts: Texts | null = null;
  private asked = 0;
  private readonly form = make("div");
  private readonly reading = make("div", { "aria-live": "off" });
  private readonly filters = make("div", { class: "facets" });
  private readonly results = make("section", { class: "results", "aria-labelledby": "results" });
  private readonly go = (search: Search): void => void this.goTo(search);
  private readonly facets = new Facets(this.go);

  constructor() {
    addEventListener("popstate", () => {
      this.search = Search.read(location.search);
      void this.ask();
    });
  }

  makePage(texts: Texts): Node[] {
    this.texts = texts;
    if (Search.isPersonal(location.search)) history.replaceState(null, "", this.search.toAddress(texts.language.code));
    void this.ask();
    return [
      make("h1", { class: "utrecht-heading-1" }, texts.say("search.title")),
      make("p", { class: "utrecht-paragraph utrecht-paragraph--lead" }, texts.say("search.lead")),
      this.form, this.reading,
      make("div", { class: "search-columns" },
        make("details", { class: "filters", open: matchMedia(kWide).matches },
          make("summary", { class: "filters-title" }, texts.say("search.filters")), this.filters),
        this.results)];
  }

  private async goTo(search: Search): Promise<void> {
    const isOtherPage = search.get("page") !== this.search.get("page");
    this.search = search;
    history.pushState(null, "", search.toAddress(this.texts?.language.code ?? "nl"));
    const focused = document.activeElement?.getAttribute("data-filter") ?? null;
    await this.ask();
    if (focused !== null) this.focusFilter(focused);
    else if (isOtherPage || !document.activeElement?.isConnected || document.activeElement === document.body) {
      document.getElementById("results")?.focus();
    }
  }

  private focusFilter(filter: string): void {
    const inputs = [...this.filters.querySelectorAll<HTMLElement>("[data-filter]")];
    (inputs.find((input) => input.dataset["filter"] === filter) ?? document.getElementById("results"))?.focus();
  }

  private async ask(): Promise<void> {
    const { texts, search } = this;
    if (texts === null) return;
    const turn = ++this.asked;
    this.form.replaceChildren(makeSearchForm(texts, search, this.go));
    this.results.setAttribute("aria-busy", "true");
    try {
      const page = await searchActivities(search.toQuery(), texts.language.code);
      if (turn === this.asked) this.show(texts, search, page);
    } catch (error) {
      if (turn === this.asked) this.showProblem(texts, error);
    } finally {
      if (turn === this.asked) this.results.removeAttribute("aria-busy");
    }
  }

  private show(texts: Texts, search: Search, page: ActivityPage): void {
    this.reading.replaceChildren(...makeReading(texts, search, page, this.go));
    this.filters.replaceChildren(...this.facets.make(texts, search, page));
    this.results.replaceChildren(...makeResults(texts, search, page, this.go));
    announce(texts.count("search.found", page.total_items));
  }

  private showProblem(texts: Texts, error: unknown): void {
    const faults = error instanceof Refused ? error.problem?.errors ?? [] : [];
    const isUnknownPlace = faults.some(({ code }) => code === "unknown_place");
    const problem = isUnknownPlace ? makeUnknownPlace(texts, this.search, this.go) : makeProblem(texts, error);
    this.reading.replaceChildren();
    this.filters.replaceChildren();
    this.results.replaceChildren(make("h2", { class: "utrecht-heading-2", id: "results", tabindex: "-1" }, texts.say("search.failed")), problem);
    problem.focus();
  }
}

const page = new SearchPage();
await showPage({ title: "search.title", make: (texts) => page.makePage(texts) });
