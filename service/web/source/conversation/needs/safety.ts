// What stands above all else where words signal danger?
import type { GapAnswer } from "v1";
import { make } from "../../shared/dom";
import { makeContacts } from "../../shared/reach";
import type { Texts } from "../../shared/texts";

type Notice = NonNullable<GapAnswer["safety"]>;

/** Calm, with the numbers to call. */
export function makeSafety(texts: Texts, { text, contacts }: Notice): HTMLElement {
  return make("section", { class: "notice safety-first", "aria-label": texts.say("conversation.needs.safety") },
    make("h2", { class: "utrecht-heading-2" }, text), makeContacts(contacts));
}
