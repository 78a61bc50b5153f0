// How is one activity shown?
import type { Activity, ChangedWish, Match, PortfolioEntry, Reason } from "v1";
import { getActivity } from "../../shared/api";
import { make } from "../../shared/dom";
import { makeMailLink, makePhoneLink } from "../../shared/reach";
import { makeReader } from "../../shared/read_aloud";
import type { Texts } from "../../shared/texts";
import type { Desk } from "../step";
import type { Choosers } from "./choice";
import { makeDismiss } from "./dismissals";
import { makeBrief, makeFacts, makeTimes, makeWho } from "./facts";
import { makeBadge, makeHeading, makeList, makeParagraph, tellPlace } from "./pieces";
import { makeScore } from "./score";
import { makeCounterfactual } from "./wishes";

/** What a card needs of the page around it. */
export interface CardBoard {
  readonly desk: Desk;
  readonly choosers: Choosers;
  isNew(activity: string): boolean;
  onDismiss(match: Match, reason: Parameters<Parameters<typeof makeDismiss>[2]>[0]): void;
  onChange(changes: readonly ChangedWish[]): void;
}

const kInFacts: ReadonlySet<Reason["part"]> = new Set(["nearness", "starts_soon", "freshness"]); // told by the facts

function makeBadges({ desk: { texts }, isNew }: CardBoard, { activity }: Match): HTMLElement {
  const size = activity.group_size === null ? [] : [makeBadge(texts.say(`conversation.result.sizes.${activity.group_size}`))];
  return make("p", { class: "badges" },
    isNew(activity.id) ? makeBadge(texts.say("conversation.result.new"), "new") : null,
    ...activity.attendance.map((form) => makeBadge(texts.say(`conversation.result.attendance.${form}`))), ...size);
}

/** The way in which one gets in touch soonest, as a link that says what it does. */
function makeCall(texts: Texts, { phone, email }: Match["activity"]): HTMLAnchorElement | null {
  const call = phone !== null ? makePhoneLink(phone, texts.say("conversation.result.call", { phone }))
    : email !== null ? makeMailLink(email, texts.say("conversation.result.mail", { email })) : null;
  call?.classList.add("call");
  return call;
}

function makeFirstStep({ desk: { texts } }: CardBoard, { first_step: step, activity }: Match): HTMLElement | null {
  if (step === null) return null;
  const call = makeCall(texts, activity);
  const isSameAsCall = call !== null && step === `${call.textContent}.`;
  return make("div", { class: "first-step" },
    makeHeading(4, texts.say("conversation.result.first_step")),
    isSameAsCall ? null : makeParagraph(step), call === null ? null : makeParagraph(call));
}

function makeReasons({ desk: { texts } }: CardBoard, match: Match): HTMLElement | null {
  const reasons = match.reasons.filter((reason) => !kInFacts.has(reason.part));
  if (reasons.length === 0) return null;
  return make("div", {}, makeHeading(4, texts.say("conversation.result.why")), makeList(reasons.map((reason) => reason.text)));
}

function makeQuestions({ desk: { texts } }: CardBoard, { questions }: Match): HTMLElement | null {
  const others = questions.filter((question) => question.access_need === undefined); // those stand with the access needs
  if (others.length === 0) return null;
  return make("div", { class: "questions" },
    makeHeading(4, texts.say("conversation.result.questions")), makeList(others.map((question) => question.text)));
}

/** What waits for the record of an activity. */
interface Waiting {
  description: HTMLElement;
  who: HTMLElement;
  times: HTMLElement;
}

async function fill(board: CardBoard, match: Match, { description, who, times }: Waiting): Promise<void> {
  const { texts } = board.desk;
  let record: Activity;
  try {
    record = await getActivity(match.activity.id, texts.language.code);
  } catch {
    who.replaceChildren(texts.say("conversation.result.who_not_known"));
    return;
  }
  description.replaceChildren(record.description ?? "");
  description.lang = record.written_in ?? "";
  who.replaceChildren(...makeWho(texts, record));
  times.replaceChildren(makeTimes(texts, match, record));
}

/** All there is to tell of a match, but its name. */
function makeBody(board: CardBoard, match: Match): HTMLElement {
  const { desk } = board;
  const description = make("p", { class: "utrecht-paragraph description" });
  const who = make("span", {}, "…");
  const times = make("div", {}, makeTimes(desk.texts, match, null));
  void fill(board, match, { description, who, times });
  return make("div", { class: "match-body" },
    description, makeFirstStep(board, match), makeReasons(board, match), makeQuestions(board, match),
    makeFacts(desk, match, { who, times }), makeCounterfactual(desk, match, (changes) => board.onChange(changes)));
}

function makeActions(board: CardBoard, match: Match): HTMLElement {
  const { id, name } = match.activity;
  const actions = make("div", { class: "actions" });
  actions.append(
    board.choosers.makeButton({ kind: "activities", id, name }),
    makeDismiss(board.desk, match.activity, (reason) => board.onDismiss(match, reason)),
    makeReader(board.desk.texts, () => actions.closest(".match") ?? actions, name));
  return actions;
}

function makeTop(board: CardBoard, match: Match): Node[] {
  const place = tellPlace(match.activity);
  return [
    makeHeading(3, match.activity.name),
    ...(place === "" ? [] : [make("p", { class: "utrecht-paragraph place" }, place)]),
    makeBadges(board, match),
    ...(match.tried === null ? [] : [makeParagraph(match.tried)]),
  ];
}

function makeAdds(board: CardBoard, entry: PortfolioEntry, steps: number): HTMLElement {
  const { texts } = board.desk;
  const step = entry.step === null ? null : makeBadge(texts.say("conversation.result.ladder", { step: entry.step, steps }), "step");
  return make("div", { class: "adds" },
    make("p", { class: "badges" }, step, entry.role === "member" ? null : makeBadge(texts.say(`conversation.result.roles.${entry.role}`))),
    entry.adds.length === 0 ? null : makeParagraph(make("strong", {}, texts.say("conversation.result.adds")), ` ${entry.adds.join(", ")}.`),
    entry.go_on_when === null ? null : makeParagraph(entry.go_on_when));
}

/** A member of the portfolio: open, with what it adds to those before it. */
export function makeOpenCard(board: CardBoard, match: Match, entry: PortfolioEntry, steps: number): HTMLElement {
  return make("li", { class: "card match", "data-activity": match.activity.id },
    ...makeTop(board, match), makeAdds(board, entry, steps), makeBody(board, match), makeActions(board, match),
    makeScore(board.desk.texts, match));
}

/** Any other match: what one decides on, the rest on asking. */
export function makeShortCard(board: CardBoard, match: Match): HTMLElement {
  const { texts } = board.desk;
  const more = make("details", { class: "fold read-more" },
    make("summary", {}, texts.say("conversation.result.more"), make("span", { class: "unseen" }, `: ${match.activity.name}`)));
  more.addEventListener("toggle", () => more.append(makeBody(board, match), makeScore(texts, match)), { once: true });
  return make("li", { class: "card match", "data-activity": match.activity.id },
    ...makeTop(board, match), makeBrief(board.desk, match), more, makeActions(board, match));
}
