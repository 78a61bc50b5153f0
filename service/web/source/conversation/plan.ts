// Who does what, and when does one look back? The plan, and how it leaves the page.
import type { MatchAnswer, Plan, PlanRequest } from "v1";
import { askPlan } from "../shared/api";
import { make, renew } from "../shared/dom";
import { makeChoices } from "./plan/choose";
import { makeEditing, makeGoalAlone } from "./plan/edit";
import { type Fact, hideNames, keyOf, listFacts, listHiddenNames, listLeavingSteps, type Made, makeRequest, reduceRequest } from "./plan/facts";
import { makeSheet } from "./plan/sheet";
import { kMostSteps, proposeSteps, tellStep, toSentStep } from "./plan/steps";
import { type Leaving, Take } from "./plan/take";
import { makeWithholding } from "./plan/withhold";
import { dropRefused } from "./result/choice";
import { makeRefusal, makeWelcome } from "./result/missing";
import { Names } from "./result/names";
import { isEmptyProfile, makeWait } from "./result/pieces";
import { makeSafety } from "./result/safety";
import type { Desk, Step } from "./step";

class PlanView {
  readonly place = make("div", { class: "plan result" });
  private readonly desk: Desk;
  private readonly names = new Names();
  private readonly choices = make("div");
  private readonly editing = make("div");
  private readonly withholding = make("div");
  private readonly sheet = make("div");
  private readonly dropped = make("div", { role: "status" }); // what was chosen and fits no longer
  private readonly problem = make("div");
  private readonly take: Take;
  private answer: MatchAnswer | null = null;
  private plan: Plan | null = null; // of the last choice and goal, with all its facts
  private asked = 0; // how often; an answer that was overtaken is dropped

  constructor(desk: Desk) {
    this.desk = desk;
    this.take = new Take(desk);
  }

  async show(): Promise<void> {
    const { desk, place } = this;
    if (isEmptyProfile(desk)) {
      place.replaceChildren(makeWelcome(desk));
      return;
    }
    place.replaceChildren(makeWait(desk.texts.say("conversation.plan.wait")));
    try {
      this.answer = await desk.matches();
    } catch (error) {
      place.replaceChildren(makeRefusal(desk, error, () => desk.go("plan")));
      return;
    }
    this.names.learn(this.answer);
    this.showChoices(this.answer);
    const safety = makeSafety(desk.texts, this.answer.safety);
    place.replaceChildren(...(safety === null ? [] : [safety]), this.dropped, this.choices, this.problem, this.editing, this.withholding, this.sheet, this.take.place);
    await this.load();
  }

  private showChoices(answer: MatchAnswer): void {
    this.choices.replaceChildren(makeChoices(this.desk, this.names, answer, () => {
      this.dropped.replaceChildren();
      void this.load();
    }));
  }

  /** The plan for what is chosen now, and all that hangs on it. */
  private async load(): Promise<void> {
    if (!await this.loadPlan() || this.plan === null) return;
    renew(this.editing, makeEditing(this.desk, this.plan, { goal: () => void this.reload(), steps: () => void this.loadSheet() }));
    await this.loadSheet();
  }

  /** After another goal: all but the fields, in which the person may be writing. */
  private async reload(): Promise<void> {
    if (await this.loadPlan()) await this.loadSheet();
  }

  /** False where the plan was refused or overtaken. */
  private async loadPlan(): Promise<boolean> {
    const { session, texts } = this.desk;
    const plan = await this.ask((language) => askPlan(makeRequest(session.talk, language), texts.language.code));
    this.plan = plan ?? this.plan;
    return plan !== null;
  }

  /** What may leave of the plan, and that in all its forms. */
  private async loadSheet(): Promise<void> {
    const { desk, plan, answer } = this;
    const { texts, session } = desk;
    if (plan === null || answer === null) return;
    const facts = listFacts(desk, { plan, answer });
    const off = facts.filter((fact) => session.talk.withheld.includes(keyOf(fact)));
    const names = listHiddenNames(off, session.talk);
    const told = facts.map((fact) => fact.kind === "contact" ? fact : { ...fact, text: hideNames(texts, fact.text, names) });
    renew(this.withholding, makeWithholding(texts, told, session.talk.withheld, (key) => {
      session.change((talk) => {
        const isOff = talk.withheld.includes(key);
        talk.withheld = isOff ? talk.withheld.filter((entry) => entry !== key) : [...talk.withheld, key];
      });
      void this.loadSheet();
    }));
    const leaving = await this.ask((language) => this.makeLeaving({ plan, answer }, off, names, makeRequest(session.talk, language)));
    if (leaving === null) return;
    renew(this.sheet, makeSheet(texts, leaving.sheet));
    this.take.update(leaving);
  }

  /** The plan without the facts that are taken off, nor the names that go with them, and the request that makes it. */
  private async makeLeaving(made: Made, off: readonly Fact[], names: readonly string[], whole: PlanRequest): Promise<Leaving> {
    const { texts, session } = this.desk;
    const said = whole.goal === undefined ? whole : { ...whole, goal: hideNames(texts, whole.goal, names) };
    const reducedRequest = off.length === 0 ? whole : reduceRequest(texts, said, off, made);
    const reduced = off.length === 0 ? made.plan : await askPlan(reducedRequest, texts.language.code);
    const ownSteps = listLeavingSteps(off, session.talk)
      .map((step) => ({ ...step, text: hideNames(texts, step.text, names), who: hideNames(texts, step.who, names) }));
    const request = { ...reducedRequest, own_steps: ownSteps.slice(0, kMostSteps).map(toSentStep) };
    const steps = ownSteps.length > 0 ? ownSteps : proposeSteps(texts, reduced);
    return { sheet: { plan: reduced, steps: steps.map((step) => tellStep(texts, step)) }, request };
  }

  /** The answer to a question; null where it was refused, which is then shown, or overtaken by a later one. */
  private async ask<Answer>(question: (language: "nl" | "en") => Promise<Answer>): Promise<Answer | null> {
    const turn = ++this.asked;
    this.place.setAttribute("aria-busy", "true");
    try {
      const answer = await question(this.desk.texts.language.code === "nl" ? "nl" : "en");
      if (turn !== this.asked) return null;
      this.problem.replaceChildren();
      return answer;
    } catch (error) {
      if (turn !== this.asked) return null;
      const dropped = dropRefused(this.desk.session, error);
      if (dropped > 0) return this.askAgain(question, dropped);
      this.problem.replaceChildren(makeRefusal(this.desk, error, () => this.desk.go("plan")));
      return null;
    } finally {
      if (turn === this.asked) this.place.removeAttribute("aria-busy");
    }
  }

  /** After choices were taken back that fit no longer: the same without them, and says so. */
  private askAgain<Answer>(question: (language: "nl" | "en") => Promise<Answer>, dropped: number): Promise<Answer | null> {
    this.dropped.replaceChildren(make("p", { class: "notice" }, this.desk.texts.count("conversation.plan.dropped", dropped)));
    if (this.answer !== null) this.showChoices(this.answer);
    return this.ask(question);
  }
}

/** The goal that Kring proposes, to be said in one's own words; what to do about it is for a later talk. */
async function showGoal(desk: Desk, place: HTMLElement): Promise<void> {
  place.replaceChildren(makeWait(desk.texts.say("conversation.plan.wait")));
  try {
    const language = desk.texts.language.code;
    const plan = await askPlan(makeRequest(desk.session.talk, language === "nl" ? "nl" : "en"), language);
    const safety = makeSafety(desk.texts, plan.safety);
    place.replaceChildren(...(safety === null ? [] : [safety]), makeGoalAlone(desk, plan));
  } catch (error) {
    place.replaceChildren(makeRefusal(desk, error, () => desk.go("plan")));
  }
}

export const kPlanStep: Step = {
  name: "plan",
  make: (desk) => {
    if (desk.session.talk.phase === "ambition") {
      const place = make("div", { class: "plan result" });
      void showGoal(desk, place);
      return [place];
    }
    const view = new PlanView(desk);
    void view.show();
    return [view.place];
  },
};
