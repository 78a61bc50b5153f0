// Which picture stands at each door?
import { makeSvg } from "../shared/dom";

type Shape = readonly [tag: string, attributes: Record<string, string | number>];

/** A head and shoulders, standing on `y`. */
function person(x: number, y: number, look: string): Shape[] {
  return [
    ["circle", { cx: x, cy: y - 46, r: 13, class: look }],
    ["path", { d: `M${x - 22} ${y} v-8 a22 22 0 0 1 44 0 v8 z`, class: look }]];
}

const kTalk: readonly Shape[] = [
  ["circle", { cx: 120, cy: 74, r: 62, class: "ring" }],
  ["circle", { cx: 120, cy: 74, r: 40, class: "ring" }],
  ...person(94, 112, "deep"), ...person(146, 112, "warm"),
  ["circle", { cx: 58, cy: 74, r: 8, class: "warm" }],
  ["circle", { cx: 176, cy: 46, r: 8, class: "deep" }],
  ["circle", { cx: 120, cy: 12, r: 8, class: "soft" }]];

const kHome: readonly Shape[] = [
  ["path", { d: "M14 130 C70 118 70 138 128 126", class: "path" }],
  ["path", { d: "M124 66 L172 26 L220 66 V128 H124 Z", class: "soft" }],
  ["path", { d: "M112 72 L172 22 L232 72", class: "roof" }],
  ["path", { d: "M158 128 V92 a14 14 0 0 1 28 0 V128 Z", class: "warm" }],
  ["circle", { cx: 172, cy: 58, r: 8, class: "light" }],
  ...person(58, 122, "deep"),
  ["circle", { cx: 88, cy: 30, r: 16, class: "light" }]];

const kLook: readonly Shape[] = [
  ["path", { d: "M16 118 L66 96 L116 118 L168 94 L224 116", class: "path" }],
  ["circle", { cx: 56, cy: 56, r: 10, class: "soft" }],
  ["circle", { cx: 196, cy: 42, r: 10, class: "warm" }],
  ["circle", { cx: 40, cy: 92, r: 6, class: "deep" }],
  ["circle", { cx: 206, cy: 88, r: 7, class: "deep" }],
  ["circle", { cx: 122, cy: 62, r: 42, class: "lens" }],
  ["path", { d: "M152 94 L182 126", class: "handle" }],
  ["circle", { cx: 108, cy: 56, r: 9, class: "deep" }],
  ["circle", { cx: 134, cy: 52, r: 9, class: "warm" }],
  ["circle", { cx: 122, cy: 78, r: 9, class: "soft" }]];

const kPictures: Record<string, readonly Shape[]> = { conversation: kTalk, nurse: kHome, search: kLook };

/** The picture of a door; it tells nothing that the words beside it do not. */
export function makePicture(door: string): SVGElement {
  return makeSvg("svg", { class: "door-picture", viewBox: "0 0 240 140", "aria-hidden": "true", focusable: "false" },
    ...(kPictures[door] ?? []).map(([tag, attributes]) => makeSvg(tag, attributes)));
}
