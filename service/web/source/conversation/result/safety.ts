// What to do first where words signal danger?
import type { SafetyNotice } from "v1";
import { makeContacts } from "../../shared/reach";
import type { Texts } from "../../shared/texts";
import { makeParagraph, makeSection } from "./pieces";

/** Stands above all else; null where nothing signals danger. */
export function makeSafety(texts: Texts, safety: SafetyNotice | null): HTMLElement | null {
  if (safety === null) return null;
  const section = makeSection("safety", texts.say("conversation.result.safety"), makeParagraph(safety.text), makeContacts(safety.contacts));
  section.classList.add("notice");
  return section;
}
