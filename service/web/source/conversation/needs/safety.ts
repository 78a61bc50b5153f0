// What stands above all else where words signal danger?
import type { GapAnswer } from "v1";
import { make } from "../../shared/dom";
import type { Texts } from "../../shared/texts";

type Notice = NonNullable<GapAnswer["safety"]>;

/** Calm, with the numbers to call. */
export function makeSafety(texts: Texts, { text, contacts }: Notice): HTMLElement {
  return make("section", { class: "notice safety-first", "aria-label": texts.say("conversation.needs.safety") },
    make("h2", { class: "utrecht-heading-2" }, text),
    make("ul", { class: "safety-contacts" }, ...contacts.map(({ name, phone }) => make("li", {},
      make("span", {}, name), " ",
      make("a", { class: "utrecht-link utrecht-link--telephone", href: `tel:${phone.replace(/[^+\d]/g, "")}` }, phone)))));
}
