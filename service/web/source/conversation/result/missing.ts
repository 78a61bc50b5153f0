// What does Kring not know yet of a person, and where can it be told?
import type { MatchAnswer, Profile } from "v1";
import { makeButton } from "../../shared/buttons";
import { make } from "../../shared/dom";
import { makeProblem } from "../../shared/problems";
import { mayAsk } from "../audience";
import { stepsOf } from "../phase";
import { stepAt, type Desk, type StepName } from "../step";
import { makeList, makeParagraph, makeSection } from "./pieces";

type Missing = [name: string, step: StepName];

function findMissing({ needs, interests, network, person, practical }: Profile): Missing[] {
  const isWithout = (list: readonly unknown[] | undefined): boolean => (list ?? []).length === 0;
  const isNowhere = person?.postcode === undefined && person?.latitude === undefined;
  const lacks: [boolean, ...Missing][] = [
    [isWithout(needs) && isWithout(interests), "needs", "needs"],
    [isWithout(network?.contacts), "map", "map"],
    [isNowhere, "place", "fit"],
    [practical?.travel === undefined, "travel", "fit"],
  ];
  return lacks.filter(([isLacking]) => isLacking).map(([, name, step]) => [name, step]);
}

function makeMissingList(desk: Desk): HTMLElement {
  const { profile, phase } = desk.session.talk;
  const rows = findMissing(profile).filter(([, step]) => stepsOf(phase).includes(step)).map(([name, step]) => make("li", {},
    make("span", {}, desk.texts.say(`conversation.result.missing.${name}`)),
    makeButton("secondary-action", desk.texts.say(`conversation.result.missing_go.${name}`), () => desk.go(step))));
  return make("ul", { class: "rows" }, ...rows);
}

async function loadExample(desk: Desk): Promise<void> {
  const answer = await fetch("/assets/example.json");
  const { date: _, ...example } = await answer.json() as Profile; // for today, as for anyone
  desk.session.change((talk) => { talk.profile = example; });
  desk.go("result");
}

/** Stands in place of an answer while there is nothing to match. */
export function makeWelcome(desk: Desk): HTMLElement {
  const { texts } = desk;
  return makeSection("welcome", texts.say("conversation.result.welcome"),
    makeParagraph(texts.say("conversation.result.welcome_lead")),
    makeMissingList(desk),
    makeParagraph(texts.say("conversation.result.example_lead")),
    makeButton("secondary-action", texts.say("conversation.result.example"), () => void loadExample(desk)));
}

/** What would make the answer better; null where nothing is missing. */
export function makeHints(desk: Desk, answer: MatchAnswer): HTMLElement | null {
  const { texts, session } = desk;
  const isComplete = findMissing(session.talk.profile).length === 0;
  const questions = answer.ask_first.filter(({ pointer }) => mayAsk(pointer.split("/").at(-1)));
  if (isComplete && questions.length === 0) return null;
  return makeSection("hints", texts.say("conversation.result.hints"),
    isComplete ? null : makeMissingList(desk),
    ...(questions.length === 0 ? [] : [
      makeParagraph(texts.say("conversation.result.ask_first")), makeList(questions.map((question) => question.text)),
      makeButton("secondary-action", texts.say("conversation.result.missing_go.map"), () => desk.go("map")),
    ]));
}

/** The refusal, with a way to each step that holds a fault. */
export function makeRefusal(desk: Desk, error: unknown, retry: () => void): HTMLElement {
  const { texts } = desk;
  const faults = (error as { problem?: { errors: { pointer: string }[] } }).problem?.errors ?? [];
  const steps = [...new Set(faults.map(({ pointer }) => stepAt(pointer)).filter((step) => step !== undefined))];
  const ways = steps.map((step) => makeButton("secondary-action",
    texts.say("conversation.result.mend", { step: texts.say(`conversation.${step}.title`) }), () => desk.go(step)));
  return make("div", { class: "refusal" }, makeProblem(texts, error),
    make("div", { class: "actions" }, ...ways, makeButton("primary-action", texts.say("conversation.result.retry"), retry)));
}
