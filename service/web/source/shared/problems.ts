// How is a refusal shown?
import { Refused } from "./api";
import { make } from "./dom";
import type { Texts } from "./texts";

/** The way in; in a new tab, so that this one loses nothing. */
function makeWayIn(texts: Texts): HTMLElement[] {
  return [
    make("p", {}, texts.say("login.needed")),
    make("p", {}, make("a", { class: "utrecht-link", href: "/login", target: "_blank", rel: "noopener" }, texts.say("login.new_tab"))),
  ];
}

/** What went wrong and what to do, in a box that takes the keyboard's focus when shown; `tellPlace` names where each fault of the input stands, or "". */
export function makeProblem(texts: Texts, error: unknown, tellPlace: (pointer: string) => string = () => ""): HTMLElement {
  const problem = error instanceof Refused ? error.problem : undefined;
  const faults = (problem?.errors ?? []).map(({ pointer, detail }) => {
    const place = tellPlace(pointer);
    return make("li", {}, place === "" ? detail : `${place}: ${detail}`);
  });
  return make("div", { class: "notice problem", role: "alert", tabindex: "-1" },
    ...(problem?.code === "not_logged_in" ? makeWayIn(texts) : [make("p", {}, problem?.detail ?? texts.say("frame.unreachable"))]),
    faults.length > 0 ? make("ul", {}, ...faults) : null);
}
