// How far is what fits, and in which direction? A drawn map for who likes one; the list beside it says the same.
import type { Match, MatchAnswer } from "v1";
import { make, makeSvg } from "../../shared/dom";
import type { Texts } from "../../shared/texts";
import { kMarker, kSide, layOut, type Located, type MapLayout, type Mark } from "./map_layout";
import { findTileCredit, makeTiles } from "./map_tiles";
import { makeParagraph, tellPlace } from "./pieces";

const kMiddle = kSide / 2;
const kHome = 6; // half the side of the mark of home

function tellKm(texts: Texts, km: number): string {
  const digits = km < 10 ? 1 : 0;
  return new Intl.NumberFormat(texts.language.code, { style: "unit", unit: "kilometer", maximumFractionDigits: digits }).format(km);
}

function makeRings(texts: Texts, { rings }: MapLayout): SVGElement[] {
  return [...rings].reverse().flatMap(({ km, radius }) => [
    makeSvg("circle", { class: "far", cx: kMiddle, cy: kMiddle, r: radius }),
    makeSvg("text", { class: "far-name", x: kMiddle, y: kMiddle + radius - 4, "text-anchor": "middle" }, tellKm(texts, km)),
  ]);
}

function makeMark({ x, y, numbers }: Mark): SVGElement {
  const [first = 0] = numbers;
  const text = numbers.length === 1 ? String(first) : `${first}+`;
  return makeSvg("g", { class: "mark" },
    makeSvg("circle", { cx: x, cy: y, r: kMarker }),
    makeSvg("text", { x, y, "text-anchor": "middle", "dominant-baseline": "central" }, text));
}

/** To those who cannot see it the list says all of it. */
function makePicture(texts: Texts, layout: MapLayout): SVGElement {
  return makeSvg("svg", { class: "map-picture", viewBox: `0 0 ${kSide} ${kSide}`, role: "img", "aria-label": texts.say("map.picture") },
    ...makeRings(texts, layout),
    makeSvg("rect", { class: "home", x: kMiddle - kHome, y: kMiddle - kHome, width: 2 * kHome, height: 2 * kHome }),
    ...layout.marks.map(makeMark));
}

/** What shares a mark with others stands in the picture under the first of them. */
function tellShared(texts: Texts, { marks }: MapLayout, number: number): string {
  const [first] = marks.find((mark) => mark.numbers.includes(number))?.numbers ?? [];
  return first === undefined || first === number ? "" : ` ${texts.say("map.beside", { number: first })}`;
}

function makeEntry(texts: Texts, layout: MapLayout, { number, match, km }: Located): HTMLElement {
  return make("li", {},
    make("strong", {}, match.activity.name), `, ${tellPlace(match.activity)}: ${tellKm(texts, km)}.${tellShared(texts, layout, number)}`);
}

/** The service's own map under the places; asked for once the picture is. */
function layTiles(fold: HTMLElement, picture: SVGElement, layout: MapLayout): void {
  fold.addEventListener("toggle", () => {
    picture.classList.add("with-tiles");
    picture.prepend(makeTiles(layout));
  }, { once: true });
}

/** Folded until asked for; null where nothing can be drawn. Matches in the order in which the page shows them. */
export function makeMap(texts: Texts, { home }: MatchAnswer, matches: readonly Match[]): HTMLElement | null {
  const layout = layOut(home, matches);
  if (layout === null) return null;
  const picture = makePicture(texts, layout);
  const credit = findTileCredit();
  const fold = make("details", { class: "fold drawn-map" },
    make("summary", {}, texts.say("map.title")),
    makeParagraph(texts.say("map.lead")),
    make("div", { class: "map-sides" },
      make("div", {}, picture, credit === null ? null : make("p", { class: "hint" }, credit)),
      make("ol", { class: "utrecht-ordered-list" }, ...layout.located.map((located) => makeEntry(texts, layout, located)))),
    layout.elsewhere === 0 ? null : makeParagraph(texts.count("map.elsewhere", layout.elsewhere)));
  if (credit !== null) layTiles(fold, picture, layout);
  return fold;
}
