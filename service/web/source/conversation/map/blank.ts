// How is an empty map printed, to fill in by hand?
import { make, makeSvg } from "../../shared/dom";
import { kMostContacts } from "./contacts";
import { makeFrame } from "./layout";
import { word, type View } from "./view";

const kClass = "prints-blank-map"; // of the body while it prints
const kSize = 700;
const kColumns = ["name", "circle", "often", "wish"] as const;

function makeCircles(view: View): SVGElement {
  const { middle, edges } = makeFrame(kSize);
  return makeSvg("svg", { viewBox: `0 0 ${kSize} ${kSize}`, class: "blank-circles", "aria-hidden": "true" },
    ...edges.map((radius) => makeSvg("circle", { cx: middle, cy: middle, r: radius })),
    ...edges.map((radius, at) => makeSvg("text", { x: middle, y: middle - radius + 18 }, word(view, `circle.${at + 1}`))),
    makeSvg("circle", { cx: middle, cy: middle, r: 26 }), makeSvg("text", { x: middle, y: middle + 5 }, word(view, "person")));
}

function makeLines(view: View): HTMLElement {
  return make("table", {},
    make("caption", {}, word(view, "blank.lines")),
    make("thead", {}, make("tr", {}, ...kColumns.map((column) => make("th", { scope: "col" }, word(view, `blank.${column}`))))),
    make("tbody", {}, ...Array.from({ length: kMostContacts }, (_, at) =>
      make("tr", {}, make("td", {}, `${at + 1}.`), ...kColumns.slice(1).map(() => make("td", {}))))));
}

/** The sheet, which shows on paper alone. */
export function makeBlankMap(view: View): HTMLElement {
  return make("section", { class: "blank-map", "aria-hidden": "true" },
    make("p", { class: "sheet-title" }, word(view, "blank.title")), make("p", {}, word(view, "blank.how")), makeCircles(view), makeLines(view));
}

export function printBlankMap(): void {
  document.body.classList.add(kClass);
  addEventListener("afterprint", () => document.body.classList.remove(kClass), { once: true });
  print();
}
