// What does the person say otherwise than Kring: the goal and the steps?
import type { Plan } from "v1";
import { makeButton } from "../../shared/buttons";
import { make } from "../../shared/dom";
import { makeField, makeTextarea, makeTextbox } from "../../shared/fields";
import { announce } from "../../shared/frame";
import type { OwnStep } from "../../shared/session";
import { makeHeading, makeParagraph, makeSection } from "../result/pieces";
import type { Desk } from "../step";
import { emptyStep, kMostLetters, kMostSteps, kMostWhoLetters, proposeSteps } from "./steps";

const kMostGoalLetters = 200; // as the service takes it
const kLastDay = "9999-12-31"; // so that a year has four digits

function makeGoal(desk: Desk, plan: Plan, onGoal: () => void): HTMLElement {
  const { texts, session } = desk;
  const area = makeTextarea(session.talk.goal === "" ? plan.goal.text : session.talk.goal, {
    rows: 3, maxlength: kMostGoalLetters,
    change: () => {
      const text = area.value.trim();
      session.change((talk) => { talk.goal = text; });
      onGoal();
    },
  });
  return makeField({ id: "plan-goal", label: texts.say("conversation.plan.goal"), hint: texts.say("conversation.plan.goal_hint"), input: area });
}

/** The list of steps; it is the person's own from the first change on. */
class StepsEditor {
  readonly place = make("div", { class: "steps" });
  private readonly desk: Desk;
  private readonly proposed: OwnStep[];
  private readonly onSteps: () => void;

  constructor(desk: Desk, plan: Plan, onSteps: () => void) {
    this.desk = desk;
    this.proposed = proposeSteps(desk.texts, plan);
    this.onSteps = onSteps;
    this.show();
  }

  private get steps(): OwnStep[] {
    const { steps } = this.desk.session.talk;
    return steps.length === 0 ? this.proposed : steps;
  }

  private keep(steps: OwnStep[]): void {
    this.desk.session.change((talk) => { talk.steps = steps; });
    this.onSteps();
  }

  private show(): void {
    const { texts, session } = this.desk;
    const add = makeButton("secondary-action", texts.say("conversation.plan.step_add"), () => this.add());
    const reset = session.talk.steps.length === 0 ? null : makeButton("subtle", texts.say("conversation.plan.steps_reset"), () => this.reset());
    this.place.replaceChildren(
      make("ol", { class: "step-list" }, ...this.steps.map((step, place) => this.makeStep(step, place))),
      make("div", { class: "actions" }, this.steps.length < kMostSteps ? add : null, reset));
  }

  /** A label of which only a screen reader says to which step it belongs: the eye sees that. */
  private label(name: string, place: number): HTMLElement {
    const { texts } = this.desk;
    return make("span", {}, texts.say(`conversation.plan.${name}`),
      make("span", { class: "unseen" }, ` (${texts.say("conversation.plan.step_number", { number: place + 1 })})`));
  }

  private makeStep(step: OwnStep, place: number): HTMLElement {
    const { texts } = this.desk;
    const change = (part: Partial<OwnStep>): void => {
      this.keep(this.steps.map((other, at) => at === place ? { ...other, ...part } : other));
    };
    const text = makeTextarea(step.text, {
      rows: 2, maxlength: kMostLetters,
      "aria-label": texts.say("conversation.plan.step_number", { number: place + 1 }),
      change: () => { change({ text: text.value.trim() }); },
    });
    const who = makeTextbox({ value: step.who, maxlength: kMostWhoLetters, change: () => { change({ who: who.value.trim() }); } });
    const day = makeTextbox({ type: "date", value: step.by_date, max: kLastDay, change: () => { change({ by_date: day.value }); } });
    const remove = makeButton("subtle", texts.say("conversation.plan.step_remove"), () => this.remove(place));
    remove.append(make("span", { class: "unseen" }, ` ${place + 1}`));
    return make("li", {}, text, remove, make("div", { class: "step-facts" },
      makeField({ label: this.label("step_who", place), input: who }), makeField({ label: this.label("step_day", place), input: day })));
  }

  private add(): void {
    this.keep([...this.steps, emptyStep()]);
    this.show();
    [...this.place.querySelectorAll("textarea")].at(-1)?.focus();
  }

  private remove(place: number): void {
    this.keep(this.steps.filter((_, at) => at !== place));
    this.show();
    announce(this.desk.texts.say("conversation.plan.step_removed"));
    this.place.querySelector<HTMLElement>(".actions button")?.focus();
  }

  private reset(): void {
    this.keep([]);
    this.show();
    this.place.querySelector<HTMLElement>(".actions button")?.focus();
  }
}

/** Fields for goal and steps. */
/** Where a talk ends in one sentence: that sentence, and the wishes of which it is made. */
export function makeGoalAlone(desk: Desk, plan: Plan): HTMLElement {
  const { texts } = desk;
  return makeSection("editing", texts.say("conversation.plan.goal_alone"),
    makeParagraph(texts.say("conversation.plan.goal_alone_lead")),
    makeGoal(desk, plan, () => undefined),
    plan.wishes.length === 0 ? null : makeParagraph(make("strong", {}, texts.say("conversation.plan.wishes")), ` ${plan.wishes.join(", ")}.`));
}

export function makeEditing(desk: Desk, plan: Plan, on: { goal: () => void; steps: () => void }): HTMLElement {
  const { texts } = desk;
  return makeSection("editing", texts.say("conversation.plan.editing"),
    makeParagraph(texts.say("conversation.plan.editing_lead")),
    makeGoal(desk, plan, on.goal),
    makeHeading(3, texts.say("conversation.plan.steps")),
    new StepsEditor(desk, plan, on.steps).place);
}
