// What is a step of the plan, and how is it said?
import type { Lead, Plan, PlanRequest } from "v1";
import type { OwnStep, Talk } from "../../shared/session";
import type { Texts } from "../../shared/texts";

export const kMostSteps = 15; // as the service takes them
export const kMostLetters = 200; // of a step, as the service takes it
export const kMostWhoLetters = 80; // of who does it, likewise

type SentStep = NonNullable<PlanRequest["own_steps"]>[number];

export function emptyStep(): OwnStep {
  return { text: "", who: "", by_date: "" };
}

/** The soonest first, what has no day last; steps of one day stay in their order. */
function inOrder(steps: readonly OwnStep[]): OwnStep[] {
  return [...steps].sort(({ by_date: one }, { by_date: other }) =>
    Number(one === "") - Number(other === "") || (one < other ? -1 : one > other ? 1 : 0));
}

/** The person's own steps that say something, the soonest first: a new one has no words yet, even where its day is set. */
export function writtenSteps(talk: Readonly<Talk>): OwnStep[] {
  return inOrder(talk.steps.filter(({ text }) => text !== ""));
}

function cut(text: string, most: number): string {
  return [...text].slice(0, most).join("");
}

/** A step as the service takes it. */
export function toSentStep({ text, who, by_date: day }: OwnStep): SentStep {
  return { text: cut(text, kMostLetters), ...(who === "" ? {} : { who: cut(who, kMostWhoLetters) }), ...(day === "" ? {} : { by_date: day }) };
}

/** On one line: the day, the step and who does it. */
export function tellStep(texts: Texts, { text, who, by_date: day }: OwnStep): string {
  return `${day === "" ? "" : `${texts.date(day)}: `}${text}${who === "" ? "" : ` (${who})`}`;
}

/** Calling, and going there where the first time is known. */
function stepsOfLead(texts: Texts, { activity: { name }, call, first_meeting: first }: Lead): OwnStep[] {
  const calling = {
    text: texts.say("conversation.plan.step_call", { name }), who: texts.say(`conversation.plan.step_callers.${call.who}`), by_date: call.by,
  };
  if (first === null) return [calling];
  const [day = "", time = ""] = first.split("T");
  const text = texts.say("conversation.plan.step_first", { name, time: time.slice(0, "12:30".length) });
  return [calling, { text, who: texts.say("conversation.plan.step_callers.person"), by_date: day }];
}

/** The steps as Kring proposes them, the soonest first. */
export function proposeSteps(texts: Texts, plan: Plan): OwnStep[] {
  return inOrder(plan.priorities.flatMap(({ tie, lead }) => {
    if (tie !== null) return tie.steps.map(({ text, who, when }) => ({ text, who, by_date: when }));
    return lead === null ? [] : stepsOfLead(texts, lead);
  }));
}
