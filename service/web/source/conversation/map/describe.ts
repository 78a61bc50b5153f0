// What is known of a contact, in a few words: the same on the map and in the list?
import { contactsOf, doKnowEachOther, type Contact } from "./contacts";
import { nameOf, word, type View } from "./view";

const kSometimes = 2; // of an item with three answers; from here on it counts as given
const kSupport = [
  ["practical_support", "practical"], ["emotional_support", "emotional"], ["information_advice", "informational"], ["encouragement", "esteem"]] as const;

/** Where from, how often, whom they know and what they give; what was not asked is left out. */
export function tellFacts(view: View, contact: Contact): string[] {
  const profile = view.profile();
  const known = contactsOf(profile).filter(({ id }) => id !== contact.id && doKnowEachOther(profile.network, contact.id, id));
  const given = kSupport.filter(([item]) => (contact[item] ?? 0) >= kSometimes).map(([, kind]) => word(view, `gap.${kind}`).toLowerCase());
  const facts = [
    contact.domain === undefined ? "" : word(view, `item.domain.${contact.domain}`),
    contact.frequency === undefined ? "" : word(view, `item.frequency.${contact.frequency}`),
    known.length === 0 ? "" : word(view, "facts.knows", { names: known.map((other) => nameOf(view, other)).join(", ") }),
    given.length === 0 ? "" : word(view, "facts.gives", { names: given.join(", ") }),
  ];
  return facts.filter((fact) => fact !== "");
}
