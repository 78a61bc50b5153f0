// How is each theme drawn? Lines on a field of 48 by 48, in the colour of the text beside them.
import { makeSvg } from "../../shared/dom";
import type { ThemeName } from "./themes";

type Circle = readonly [x: number, y: number, radius: number];

interface Drawing {
  circles: readonly Circle[];
  lines: string;
}

const kDrawings: Readonly<Record<ThemeName, Drawing>> = {
  buddy: { // two people side by side
    circles: [[16, 15, 6], [33, 18, 5]],
    lines: "M5 40c0-9 5-14 11-14s11 5 11 14M29 29c1-1 3-1 4-1 6 0 10 5 10 12",
  },
  meet: { // a cup of coffee
    circles: [],
    lines: "M9 20h25v10a9 9 0 0 1-9 9h-7a9 9 0 0 1-9-9zM34 23h3a4 4 0 0 1 0 9h-3M6 44h31M17 15c0-3 3-3 3-7M26 15c0-3 3-3 3-7",
  },
  do: { // a bicycle
    circles: [[11, 32, 8], [37, 32, 8]],
    lines: "M11 32l8-15h13M37 32l-6-20h5M19 17l5 15H11M24 32l8-15M15 17h8",
  },
  learn: { // an open book
    circles: [],
    lines: "M24 13c-5-4-11-5-18-4v28c7-1 13 0 18 4 5-4 11-5 18-4V9c-7-1-13 0-18 4zM24 13v28M12 17c2 0 4 0 6 1M12 24c2 0 4 0 6 1M36 17c-2 0-4 0-6 1M36 24c-2 0-4 0-6 1",
  },
  peer: { // two who talk
    circles: [],
    lines: "M5 9h25v17H17l-6 6v-6H5zM35 18h8v17h-5v6l-6-6H20v-4M11 15h13M11 20h8",
  },
  help: { // a bag of shopping
    circles: [],
    lines: "M10 16h28l3 27H7zM17 21v-7a7 7 0 0 1 14 0v7M18 31l4 4 8-8",
  },
  home: { // a house with a heart
    circles: [],
    lines: "M5 24L24 7l19 17M10 20v22h28V20M24 37c-9-6-8-12-4-13 2 0 4 2 4 4 0-2 2-4 4-4 4 1 5 7-4 13z",
  },
  health: { // a heart that beats
    circles: [],
    lines: "M24 41C7 30 4 20 9 13c4-5 12-4 15 3 3-7 11-8 15-3 5 7 2 17-15 28zM11 24h8l3-6 4 11 3-5h8",
  },
  gap: { // someone to look for
    circles: [[20, 20, 14], [20, 16, 4]],
    lines: "M31 31l12 12M12 28c0-5 4-8 8-8s8 3 8 8",
  },
};

/** A picture that says nothing more than the words beside it. */
export function drawTheme(name: ThemeName): SVGElement {
  const { circles, lines } = kDrawings[name];
  return makeSvg("svg", { class: "theme-picture", viewBox: "0 0 48 48", "aria-hidden": "true", focusable: "false" },
    ...circles.map(([cx, cy, r]) => makeSvg("circle", { cx, cy, r })),
    makeSvg("path", { d: lines }));
}
