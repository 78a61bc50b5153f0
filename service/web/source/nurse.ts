// How does a nurse get a sheet with leads for the first week at home?
import type { ConceptList, MatchAnswer, Plan, PlanRequest } from "v1";
import { chooseLeads } from "./nurse/first_week";
import { makeIntakeForm, showFaults } from "./nurse/form";
import { takeToken, toIntake } from "./nurse/handover";
import { emptyIntake, fieldOf, findFaults, toProfile, type Fault } from "./nurse/intake";
import { makeLeads } from "./nurse/leads";
import { makeSheet } from "./nurse/sheet";
import { askMatches, askPlan, askPlanAs, claimHandover, getConcepts, Refused } from "./shared/api";
import { make } from "./shared/dom";
import { announce, showPage } from "./shared/frame";
import { PlaceHelp } from "./shared/place_help";
import { makeProblem } from "./shared/problems";
import { Session } from "./shared/session";
import type { Texts } from "./shared/texts";

const kGone = 404; // a link that was used, or is too old

class NursePage {
  private readonly session = new Session();
  private intake = emptyIntake();
  private places: PlaceHelp | null = null; // of the form that is shown
  private sheetLanguage: string | null = null; // null: as the page
  private asked = 0; // questions so far, and clearings: what comes late of an earlier one is dropped
  private arrivals = 0; // links so far, and clearings
  private hasAsked = false;
  private texts: Texts | null = null;
  private concepts: ConceptList["concepts"] = [];
  private token = takeToken(); // of a link from a record system; null where it is used or there is none
  private hasArrived = false; // whether a record system filled the form in
  private readonly arrival = make("div");
  private readonly form = make("div");
  private readonly leads = make("div", { class: "nurse-leads" });
  private readonly sheet = make("div", { class: "nurse-sheet" });

  makePage(texts: Texts): Node[] {
    this.texts = texts;
    if (this.concepts.length === 0) void this.prepare(texts);
    else this.showForm(texts);
    if (this.hasArrived) this.showArrival(texts);
    if (this.hasAsked) void this.ask();
    else this.showNothingYet(texts);
    return [
      make("h1", { class: "utrecht-heading-1" }, texts.say("nurse.title")),
      make("p", { class: "utrecht-paragraph utrecht-paragraph--lead" }, texts.say("nurse.lead_in")),
      this.arrival,
      make("div", { class: "nurse-columns" }, this.form, make("div", { class: "nurse-answer" }, this.leads, this.sheet))];
  }

  /** The form comes only then: one that is made anew would lose what is being typed. */
  private async prepare(texts: Texts): Promise<void> {
    await Promise.all([this.loadConcepts(texts), this.takeOver(texts)]);
    this.showForm(this.texts ?? texts);
  }

  /** Another link, opened in the tab that has the page already, brings another patient. */
  async arrive(): Promise<void> {
    const { texts } = this;
    const token = takeToken();
    if (token === null || texts === null) return;
    this.clear(texts);
    this.token = token;
    await this.takeOver(texts);
    this.showForm(texts);
  }

  private async takeOver(texts: Texts): Promise<void> {
    const { token } = this;
    if (token === null) return;
    this.token = null;
    const arrival = ++this.arrivals;
    try {
      const handover = await claimHandover(token, texts.language.code);
      if (arrival !== this.arrivals) return;
      this.intake = toIntake(handover);
      this.sheetLanguage = handover.sheet_language ?? null;
      this.hasArrived = true;
      this.showArrival(this.texts ?? texts);
      announce(texts.say("nurse.handover.taken"));
    } catch (error) {
      if (arrival !== this.arrivals) return;
      const isGone = error instanceof Refused && error.problem?.status === kGone;
      if (!isGone) this.token = token; // nobody used it up: it may be tried again
      this.arrival.replaceChildren(makeProblem(texts, error));
    }
  }

  /** Whoever logged in in another tab, or has a network again, comes back to a link that still waits. */
  async retry(): Promise<void> {
    const { texts } = this;
    if (this.token === null || texts === null || this.hasAsked) return;
    await this.takeOver(texts);
    if (this.hasArrived) this.showForm(texts);
  }

  private showArrival(texts: Texts): void {
    this.arrival.replaceChildren(...(this.hasArrived ? [make("p", { class: "notice" }, texts.say("nurse.handover.taken"))] : []));
  }

  private async loadConcepts(texts: Texts): Promise<void> {
    try {
      this.concepts = (await getConcepts(texts.language.code)).concepts;
    } catch (error) {
      this.leads.replaceChildren(makeProblem(texts, error));
    }
  }

  private showForm(texts: Texts): void {
    this.places = new PlaceHelp(texts, (name) => this.choosePlace(name));
    const acts = {
      send: () => void this.send(), clear: () => this.clear(texts), changed: () => this.outdate(texts),
      approachPlace: () => this.places?.prepare(), place: () => void this.resolvePlace(),
    };
    this.form.replaceChildren(makeIntakeForm(texts, this.concepts, this.intake, acts, this.places.element));
  }

  /** Without the table of places a postcode still will do. */
  private async resolvePlace(): Promise<void> {
    this.intake.place = await this.places?.resolve(this.intake.postcode).catch(() => null) ?? null;
  }

  private choosePlace(name: string): void {
    const input = document.querySelector<HTMLInputElement>("#nurse-postcode");
    if (input === null) return;
    input.value = name;
    this.intake.postcode = name;
    void this.resolvePlace();
    input.focus();
  }

  /** Leads of other answers than stand in the form must not be printed, nor come late. */
  private outdate(texts: Texts): void {
    if (!this.hasAsked) return;
    this.asked++;
    this.hasAsked = false;
    this.leads.removeAttribute("aria-busy");
    if (this.leads.querySelector(".nurse-wait") !== null) return; // there were none
    this.sheet.replaceChildren();
    this.leads.replaceChildren(make("p", { class: "notice" }, texts.say("nurse.outdated")));
    announce(texts.say("nurse.outdated"));
  }

  private showNothingYet(texts: Texts): void {
    this.leads.replaceChildren(make("div", { class: "card nurse-wait" },
      make("h2", { class: "utrecht-heading-2" }, texts.say("nurse.wait.title")),
      make("ul", {}, ...["phone", "early", "language", "private"].map((name) => make("li", {}, texts.say(`nurse.wait.${name}`))))));
    this.sheet.replaceChildren();
  }

  private clear(texts: Texts): void {
    this.session.clear();
    this.intake = emptyIntake();
    this.sheetLanguage = null;
    this.asked++;
    this.arrivals++;
    this.hasAsked = false;
    this.hasArrived = false;
    this.token = null;
    this.leads.removeAttribute("aria-busy");
    this.showArrival(texts);
    this.showForm(texts);
    this.showNothingYet(texts);
    announce(texts.say("nurse.cleared"));
    document.getElementById("nurse-postcode")?.focus();
  }

  private async send(): Promise<void> {
    this.intake.avoided = [];
    if (await this.ask()) document.getElementById("nurse-leads")?.focus();
  }

  private avoid(id: string): void {
    this.intake.avoided.push(id);
    void this.ask().then(() => document.getElementById("nurse-leads")?.focus());
  }

  private refuse(texts: Texts, faults: Fault[]): void {
    showFaults(this.form, faults.map(({ field, text }) => ({ field, text: texts.has(text) ? texts.say(text) : text })));
  }

  /** Asks and shows; false where it was refused, or another question came meanwhile. */
  private async ask(): Promise<boolean> {
    const { texts, intake } = this;
    if (texts === null) return false;
    const turn = ++this.asked;
    await this.resolvePlace();
    if (turn !== this.asked) return false;
    const faults = findFaults(intake);
    this.refuse(texts, faults);
    if (faults.length > 0) {
      this.showNothingYet(texts);
      return false;
    }
    this.hasAsked = true;
    const language = texts.language.code === "nl" ? "nl" : "en";
    this.session.change((talk) => {
      talk.profile = toProfile(intake, language, this.sheetLanguage ?? language);
    });
    this.leads.setAttribute("aria-busy", "true");
    try {
      await this.answer(texts, turn);
      return turn === this.asked;
    } catch (error) {
      if (turn === this.asked) this.showRefusal(texts, error);
      return false;
    } finally {
      if (turn === this.asked) this.leads.removeAttribute("aria-busy");
    }
  }

  private async answer(texts: Texts, turn: number): Promise<void> {
    const { profile } = this.session.talk;
    const language = profile.language ?? "nl";
    const answer = await askMatches(profile, language);
    const request: PlanRequest = { profile, chosen: { activities: chooseLeads(answer), ties: [] } };
    const [plan, html] = await Promise.all([
      askPlan(request, language), askPlanAs("text/html", request, language).then((blob) => blob.text())]);
    if (turn === this.asked) this.show(texts, { answer, plan, request, html });
  }

  private show(texts: Texts, found: { answer: MatchAnswer; plan: Plan; request: PlanRequest; html: string }): void {
    const days = found.request.profile.practical?.start_within_days ?? 0;
    const board = { texts, concepts: this.concepts, days, onAvoid: (id: string) => this.avoid(id) };
    this.leads.replaceChildren(...makeLeads(board, found.answer, found.plan));
    const desk = { texts, request: found.request, onLanguage: (code: string) => this.changeSheet(code), onTaken: () => this.session.markSaved() };
    this.sheet.replaceChildren(...(found.plan.priorities.length === 0 ? [] : [makeSheet(desk, found.html)]));
    announce(texts.count("nurse.leads", found.plan.priorities.length));
  }

  private changeSheet(code: string): void {
    this.sheetLanguage = code;
    void this.ask().then(() => document.getElementById("sheet-language")?.focus());
  }

  private showRefusal(texts: Texts, error: unknown): void {
    const told = error instanceof Refused ? error.problem?.errors ?? [] : [];
    const faults = told.flatMap(({ pointer, detail }) => {
      const field = fieldOf(pointer);
      return field === undefined ? [] : [{ field, text: detail }];
    });
    this.sheet.replaceChildren();
    if (faults.length > 0 && faults.length === told.length) {
      this.showNothingYet(texts);
      return this.refuse(texts, faults);
    }
    const problem = makeProblem(texts, error);
    this.leads.replaceChildren(problem);
    problem.focus();
  }
}

const page = new NursePage();
addEventListener("hashchange", () => void page.arrive());
addEventListener("focus", () => void page.retry());
await showPage({ title: "nurse.title", make: (texts) => page.makePage(texts) });
