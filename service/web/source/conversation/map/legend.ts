// What do the colours, shapes and lines of the map mean?
import { makeFold } from "../../shared/buttons";
import { make, makeSvg } from "../../shared/dom";
import { kKinds, type Contact } from "./contacts";
import { makeShape } from "./picture";
import { word, type View } from "./view";

const kSize = 28; // CSS pixels
const kDomains = ["family", "friend", "neighbour", "club", "professional"] as const; // one for each colour
const kLines = ["often", "seldom", "unknown", "tie"] as const;

function makeSample(name: string, ...parts: SVGElement[]): SVGElement {
  return makeSvg("svg", {
    class: `circles map-sample node ${name}`, viewBox: `${-kSize / 2} ${-kSize / 2} ${kSize} ${kSize}`, width: kSize, height: kSize, "aria-hidden": "true",
  }, ...parts);
}

function makeContactSample(contact: Omit<Contact, "id">): SVGElement {
  return makeSample(`domain-${contact.domain ?? "unknown"}`, makeShape({ id: "", ...contact }, kSize / 2 - 3));
}

function makeLineSample(line: (typeof kLines)[number]): SVGElement {
  const width = { often: 7, seldom: 2, unknown: 1, tie: null }[line];
  return makeSample("", makeSvg("line", { class: line === "tie" ? "knows" : line, x1: -kSize / 2, x2: kSize / 2, "stroke-width": width }));
}

export function makeLegend(view: View): HTMLElement {
  const entries: [SVGElement, string][] = [
    ...kKinds.map((kind): [SVGElement, string] => [makeContactSample({ kind }), word(view, `kind.${kind}`)]),
    ...kDomains.map((domain): [SVGElement, string] => [makeContactSample({ domain }), word(view, `legend.${domain}`)]),
    ...kLines.map((line): [SVGElement, string] => [makeLineSample(line), word(view, `legend.${line}`)]),
  ];
  return makeFold(word(view, "legend.title"), make("ul", { class: "map-legend" }, ...entries.map(([sample, text]) => make("li", {}, sample, text))));
}
