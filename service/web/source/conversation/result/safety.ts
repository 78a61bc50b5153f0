// What to do first where words signal danger?
import type { SafetyNotice } from "v1";
import { make } from "../../shared/dom";
import type { Texts } from "../../shared/texts";
import { makeList, makeParagraph, makePhoneLink, makeSection } from "./pieces";

/** Stands above all else; null where nothing signals danger. */
export function makeSafety(texts: Texts, safety: SafetyNotice | null): HTMLElement | null {
  if (safety === null) return null;
  const contacts = safety.contacts.map(({ name, phone }) => make("span", {}, `${name}: `, makePhoneLink(phone)));
  const section = makeSection("safety", texts.say("conversation.result.safety"), makeParagraph(safety.text), makeList(contacts));
  section.classList.add("notice");
  return section;
}
