// What does the map say: what is there, and what is thin?
import type { Gap, GapAnswer, Profile } from "v1";
import { askGaps } from "../../shared/api";
import { makeFold } from "../../shared/buttons";
import { make, makeSvg } from "../../shared/dom";
import { makeContacts } from "../../shared/reach";
import { announce } from "../../shared/frame";
import { makeProblem } from "../../shared/problems";
import { doesPersonLookOn } from "../audience";
import { voiceOf } from "../manner";
import { word, type View } from "./view";

const kRestMilliseconds = 400; // after the last change, before the service is asked
const kThinFrom = 0.5; // a gap; from here on it is called thin, from kSomeFrom "could be more"
const kSomeFrom = 0.2;
const kFirst = 4; // of a group; more at once would only dishearten
const kBarWidth = 100;

type Level = "unknown" | "plenty" | "some" | "thin";

function levelOf(gap: Gap): Level {
  if (gap.gap === null) return "unknown";
  if (gap.gap >= kThinFrom) return "thin";
  return gap.gap >= kSomeFrom ? "some" : "plenty";
}

/** The person's own wish first, then what lacks most. */
function sortGaps(gaps: readonly Gap[]): Gap[] {
  const rank = ({ yardstick }: Gap): number => yardstick === "wish" ? 0 : 1;
  return [...gaps].sort((a, b) => rank(a) - rank(b) || (b.gap ?? -1) - (a.gap ?? -1));
}

/** How full it is. The words beside it say the same. */
function makeBar(gap: Gap): SVGElement | null {
  if (gap.gap === null) return null;
  const filled = Math.round((1 - gap.gap) * kBarWidth);
  return makeSvg("svg", { class: "gap-bar", viewBox: `0 0 ${kBarWidth} 8`, preserveAspectRatio: "none", "aria-hidden": "true" },
    makeSvg("rect", { class: "whole", width: kBarWidth, height: 8 }), makeSvg("rect", { class: "part", width: filled, height: 8 }));
}

function makeGap(view: View, gap: Gap): HTMLElement {
  const level = levelOf(gap);
  return make("li", { class: `gap ${level}` },
    make("span", { class: "gap-name" }, word(view, `gap.${gap.name}`)),
    make("span", { class: "gap-level" }, word(view, `level.${level}`)),
    makeBar(gap),
    gap.yardstick === "wish" ? make("span", { class: "talk-soft" }, word(view, "insight.own_wish")) : null,
    gap.before === null ? null : make("span", { class: "talk-soft" }, gap.before.change));
}

function makeGaps(view: View, gaps: readonly Gap[]): HTMLElement {
  return make("ul", { class: "gaps" }, ...gaps.map((gap) => makeGap(view, gap)));
}

function makeGroup(view: View, title: string, gaps: readonly Gap[]): HTMLElement | null {
  if (gaps.length === 0) return null;
  const rest = gaps.slice(kFirst);
  return make("section", { class: "gap-group" }, make("h3", { class: "utrecht-heading-4" }, word(view, title)), makeGaps(view, gaps.slice(0, kFirst)),
    rest.length === 0 ? null : nameFold(title, makeFold(view.desk.texts.count("conversation.map.insight.more", rest.length), makeGaps(view, rest))));
}

function makeNumbers(view: View, gaps: readonly Gap[]): HTMLElement {
  const told = gaps.filter(({ name, evidence }) => evidence.length > 0 && !(name === "quality" && doesPersonLookOn())); // it tells of critics
  return nameFold("numbers", makeFold(word(view, "insight.numbers"), make("dl", { class: "numbers" }, ...told.flatMap((gap) => [
    make("dt", {}, word(view, `gap.${gap.name}`)), ...gap.evidence.map((sentence) => make("dd", {}, sentence))]))));
}

function makeUnknown(view: View, gaps: readonly Gap[]): HTMLElement | null {
  if (gaps.length === 0) return null;
  return make("p", { class: "talk-soft" }, word(view, "insight.unknown", { names: gaps.map((gap) => word(view, `gap.${gap.name}`).toLowerCase()).join(", ") }));
}

function makeSafety(answer: GapAnswer): HTMLElement | null {
  if (answer.safety === null) return null;
  return make("div", { class: "notice", role: "alert" }, make("p", {}, answer.safety.text), makeContacts(answer.safety.contacts));
}

/** All that the answer says of the map. */
function tell(view: View, answer: GapAnswer): (Node | null)[] {
  const gaps = sortGaps(answer.gaps);
  const of = (...levels: Level[]): Gap[] => gaps.filter((gap) => levels.includes(levelOf(gap)));
  return [
    makeSafety(answer),
    answer.typology === null ? null : make("p", {}, answer.typology.text),
    makeGroup(view, "insight.there", of("plenty")),
    makeGroup(view, "insight.thin", of("thin", "some")),
    makeUnknown(view, of("unknown")),
    makeNumbers(view, gaps),
  ];
}

/** Tells those who cannot see it of what there is now enough, and was not at `before`. */
function tellNew(view: View, before: GapAnswer | null, now: GapAnswer): void {
  const isPlenty = (answer: GapAnswer, name: Gap["name"]): boolean => answer.gaps.some((gap) => gap.name === name && levelOf(gap) === "plenty");
  const names = now.gaps.map(({ name }) => name).filter((name) => before !== null && isPlenty(now, name) && !isPlenty(before, name));
  if (names.length > 0) announce(word(view, "insight.now_enough", { names: names.map((name) => word(view, `gap.${name}`)).join(", ") }));
}

/** Puts `parts` in; a fold that was open stays so. */
function replaceParts(place: HTMLElement, parts: Node[]): void {
  const open = new Set([...place.querySelectorAll<HTMLElement>("details[open]")].map((fold) => fold.dataset["fold"]));
  place.replaceChildren(...parts);
  for (const fold of place.querySelectorAll("details")) fold.open = open.has(fold.dataset["fold"]);
}

function nameFold(name: string, fold: HTMLDetailsElement): HTMLDetailsElement {
  fold.dataset["fold"] = name;
  return fold;
}

export interface Insight {
  readonly element: HTMLElement;
  /** Asks anew when nothing has changed for a moment. */
  update(): void;
}

/** Calls `onAnswer` with each answer and the profile it is of. */
export function makeInsight(view: View, onAnswer: (answer: GapAnswer, profile: Profile) => void): Insight {
  const said = make("div", { class: "map-said" });
  const element = make("section", { class: "insight", "aria-labelledby": "insight-title" },
    make("h2", { class: "utrecht-heading-3", id: "insight-title" }, word(view, "insight.title")), said);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let before: GapAnswer | null = null;
  let latest = 0; // answers to earlier questions are dropped
  const ask = async (): Promise<void> => {
    const mine = ++latest;
    const language = view.desk.texts.language.code === "nl" ? "nl" : "en";
    const profile: Profile = { ...view.profile(), ...voiceOf(view.desk.session.talk, language) };
    try {
      const answer = await askGaps(profile, language);
      if (mine !== latest || !element.isConnected) return;
      replaceParts(said, tell(view, answer).filter((part) => part !== null));
      tellNew(view, before, answer);
      before = answer;
      onAnswer(answer, profile);
    } catch (error) {
      if (mine === latest) said.replaceChildren(makeProblem(view.desk.texts, error));
    }
  };
  const update = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), kRestMilliseconds);
  };
  said.append(make("p", { class: "talk-soft" }, word(view, "insight.waiting")));
  void ask();
  return { element, update };
}
