// How did an activity come by its place?
import type { Match, ScorePart } from "v1";
import { make, makeSvg } from "../../shared/dom";
import type { Texts } from "../../shared/texts";

const kHundred = 100;
const kBarHeight = 14; // of the picture's own measure; its width is 100
const kPatterns = 8; // classes part-0 … part-7

/** A share of one as a share of a hundred, to one decimal. */
function toHundred(texts: Texts, value: number): string {
  return new Intl.NumberFormat(texts.language.code, { maximumFractionDigits: 1 }).format(value * kHundred);
}

function namePart(texts: Texts, part: ScorePart): string {
  return texts.say(`conversation.result.parts.${part.name}`);
}

function makeBar(match: Match, label: string): SVGElement {
  let left = 0;
  const bars = match.parts.map((part, index) => {
    const width = part.points * kHundred;
    const bar = makeSvg("rect", { class: `part-${index % kPatterns}`, x: left, y: 0, width, height: kBarHeight });
    left += width;
    return bar;
  });
  return makeSvg("svg", { class: "bar-picture", viewBox: `0 0 ${kHundred} ${kBarHeight}`, preserveAspectRatio: "none", role: "img", "aria-label": label },
    makeSvg("rect", { class: "rest", x: 0, y: 0, width: kHundred, height: kBarHeight }), ...bars);
}

function makeSwatch(index: number): SVGElement {
  return makeSvg("svg", { class: "swatch", viewBox: "0 0 10 10", "aria-hidden": "true" },
    makeSvg("rect", { class: `part-${index % kPatterns}`, width: 10, height: 10 }));
}

function makeRow(texts: Texts, part: ScorePart, index: number): HTMLElement {
  return make("tr", { class: "utrecht-table__row" },
    make("th", { class: "utrecht-table__header-cell", scope: "row" }, makeSwatch(index), namePart(texts, part)),
    make("td", { class: "utrecht-table__cell number" }, texts.say("conversation.result.points_of", {
      points: toHundred(texts, part.points), most: toHundred(texts, part.weight),
    })));
}

function makeTable(texts: Texts, match: Match): HTMLElement {
  const head = ["part", "points"].map((name) =>
    make("th", { class: "utrecht-table__header-cell", scope: "col" }, texts.say(`conversation.result.score_${name}`)));
  return make("table", { class: "utrecht-table score-table" },
    make("thead", { class: "utrecht-table__header" }, make("tr", { class: "utrecht-table__row" }, ...head)),
    make("tbody", { class: "utrecht-table__body" }, ...match.parts.map((part, index) => makeRow(texts, part, index))));
}

/** Picture and table of the points, folded until asked for. */
export function makeScore(texts: Texts, match: Match): HTMLElement {
  const total = texts.say("conversation.result.score", { points: toHundred(texts, match.score), rank: match.rank });
  const folded = make("details", { class: "fold" },
    make("summary", {}, texts.say("conversation.result.score_fold"), make("span", { class: "unseen" }, ` ${match.activity.name}`)));
  folded.addEventListener("toggle", () => folded.append(
    make("p", { class: "utrecht-paragraph" }, total), makeBar(match, total), makeTable(texts, match),
    make("p", { class: "utrecht-paragraph hint" }, texts.say("conversation.result.score_note"))), { once: true });
  return folded;
}
