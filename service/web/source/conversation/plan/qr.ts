// How does an address become a picture that a phone reads?
/*! uqr, the encoder of QR codes: MIT License, Copyright (c) 2023 Anthony Fu; ported from Project Nayuki's, MIT License, Copyright (c) Project Nayuki. */
import { encode } from "uqr";
import { makeSvg } from "../../shared/dom";

const kQuiet = 4; // modules of white around it, as the standard asks

/** Black on white in every theme: else no phone reads it. */
export function makeQr(text: string, label: string): SVGElement {
  const { data, size } = encode(text, { border: kQuiet });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => isDark ? [`M${x} ${y}h1v1h-1z`] : [])).join("");
  return makeSvg("svg", { class: "qr", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label, "shape-rendering": "crispEdges" },
    makeSvg("rect", { width: size, height: size, fill: "#fff" }), makeSvg("path", { d: path, fill: "#000" }));
}
