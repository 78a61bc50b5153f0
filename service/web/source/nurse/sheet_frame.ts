// How is the sheet shown just as it will be printed?
import { make } from "../shared/dom";

const kStyle = /<style>([^]*?)<\/style>/;

/** The sheet as the service writes it, and its style apart: the page's policy forbids styles in markup. */
function readSheet(html: string): { root: HTMLElement; style: string } {
  const sheet = new DOMParser().parseFromString(html.replace(kStyle, ""), "text/html");
  for (const link of sheet.querySelectorAll("a")) {
    link.target = "_blank"; // the frame is for the sheet alone
    link.rel = "noreferrer";
  }
  return { root: sheet.documentElement, style: kStyle.exec(html)?.[1] ?? "" };
}

function fill(frame: HTMLIFrameElement, html: string): void {
  const inside = frame.contentDocument;
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (inside === null || view === null) return;
  const { root, style } = readSheet(html);
  inside.replaceChild(inside.importNode(root, true), inside.documentElement);
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(style);
  inside.adoptedStyleSheets = [sheet];
  const fit = (): void => frame.setAttribute("height", String(Math.ceil(inside.body.getBoundingClientRect().height)));
  new view.ResizeObserver(fit).observe(inside.body);
}

/** A frame that holds the sheet. */
export function makeSheetFrame(title: string, html: string): HTMLIFrameElement {
  return make("iframe", {
    class: "sheet-frame", title, height: 600,
    load: (event) => fill(event.currentTarget as HTMLIFrameElement, html),
  });
}

/** Prints the sheet alone. */
export function printSheet(frame: HTMLIFrameElement): void {
  frame.contentWindow?.focus();
  frame.contentWindow?.print();
}
