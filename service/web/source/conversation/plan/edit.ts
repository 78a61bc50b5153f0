// What does the person say otherwise than Kring: the goal and the steps?
import type { Plan } from "v1";
import { makeButton } from "../../shared/buttons";
import { make } from "../../shared/dom";
import { makeField, makeTextarea } from "../../shared/fields";
import { announce } from "../../shared/frame";
import type { Texts } from "../../shared/texts";
import { makeHeading, makeParagraph, makeSection } from "../result/pieces";
import type { Desk } from "../step";

const kMostLetters = 200; // of a goal, as the service takes it; and of a step
export const kMostSteps = 15; // as the service takes them

/** A step as the service takes it. */
export function toOwnStep(text: string): { text: string } {
  return { text: [...text].slice(0, kMostLetters).join("") };
}

/** The steps as Kring proposes them, one line each. */
export function proposeSteps(texts: Texts, plan: Plan): string[] {
  return plan.priorities.flatMap(({ tie, lead }) => {
    if (tie !== null) return tie.steps.map((step) => `${texts.date(step.when)}: ${step.text}`);
    if (lead === null) return [];
    const { name } = lead.activity;
    const first = lead.first_meeting_text === null ? [] : [`${name}: ${lead.first_meeting_text}`];
    return [`${name}: ${lead.call.text}`, ...first];
  });
}

function makeGoal(desk: Desk, plan: Plan, onGoal: () => void): HTMLElement {
  const { texts, session } = desk;
  const area = makeTextarea(session.talk.goal === "" ? plan.goal.text : session.talk.goal, {
    rows: 3, maxlength: kMostLetters,
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
  private readonly proposed: string[];
  private readonly onSteps: () => void;

  constructor(desk: Desk, plan: Plan, onSteps: () => void) {
    this.desk = desk;
    this.proposed = proposeSteps(desk.texts, plan);
    this.onSteps = onSteps;
    this.show();
  }

  private get steps(): string[] {
    const { steps } = this.desk.session.talk;
    return steps.length === 0 ? this.proposed : steps;
  }

  private keep(steps: string[]): void {
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

  private makeStep(step: string, place: number): HTMLElement {
    const { texts } = this.desk;
    const field = makeTextarea(step, {
      rows: 2, maxlength: kMostLetters,
      "aria-label": texts.say("conversation.plan.step_number", { number: place + 1 }),
      change: () => {
        this.keep(this.steps.map((text, at) => at === place ? field.value.trim() : text));
      },
    });
    const remove = makeButton("subtle", texts.say("conversation.plan.step_remove"), () => this.remove(place));
    remove.append(make("span", { class: "unseen" }, ` ${place + 1}`));
    return make("li", {}, field, remove);
  }

  private add(): void {
    this.keep([...this.steps, ""]);
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
export function makeEditing(desk: Desk, plan: Plan, on: { goal: () => void; steps: () => void }): HTMLElement {
  const { texts } = desk;
  return makeSection("editing", texts.say("conversation.plan.editing"),
    makeParagraph(texts.say("conversation.plan.editing_lead")),
    makeGoal(desk, plan, on.goal),
    makeHeading(3, texts.say("conversation.plan.steps")),
    new StepsEditor(desk, plan, on.steps).place);
}
