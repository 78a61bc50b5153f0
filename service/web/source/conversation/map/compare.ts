// How did the map change since the earlier talk?
import type { GapAnswer } from "v1";
import { make } from "../../shared/dom";
import { contactsOf, kCircles, circleOf, type Network } from "./contacts";
import { drawMap } from "./picture";
import { nameOf, word, type View } from "./view";

const kSize = 340; // CSS pixels

function tellCircles(view: View, network: Network | undefined): string {
  return kCircles.map((circle) => {
    const names = contactsOf({ network }).filter((contact) => circleOf(contact) === circle).map((contact) => nameOf(view, contact));
    return `${word(view, `circle.${circle}`)}: ${names.join(", ") || word(view, "list.nobody")}`;
  }).join(". ");
}

function makeFigure(view: View, title: string, network: Network | undefined): HTMLElement {
  const { drawing, key } = drawMap(view, network, kSize);
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", `${title}. ${tellCircles(view, network)}`);
  return make("figure", {}, make("figcaption", {}, title), drawing, key);
}

export interface Comparison {
  readonly element: HTMLElement;
  update(answer: GapAnswer): void;
}

/** Both maps beside each other with what changed; empty where no earlier talk was opened. */
export function makeComparison(view: View): Comparison {
  const element = make("section", { class: "comparison", hidden: true });
  const update = (answer: GapAnswer): void => {
    const { network, network_before: before } = view.profile();
    element.hidden = before === undefined;
    if (before === undefined) return;
    const day = before.mapped_on;
    const then = day === undefined ? word(view, "compare.then") : word(view, "compare.then_on", { day: view.desk.texts.date(day) });
    element.replaceChildren(
      make("h2", { class: "utrecht-heading-3" }, word(view, "compare.title")),
      make("div", { class: "two-maps" }, makeFigure(view, then, before), makeFigure(view, word(view, "compare.now"), network)),
      answer.network_changes.length === 0 ? make("p", {}, word(view, "compare.same")) :
        make("ul", { class: "changes" }, ...answer.network_changes.map(({ text, change }) => make("li", { class: change }, text))));
  };
  return { element, update };
}
