// Which question about the map comes next?
import type { AskFirst, Profile } from "v1";
import type { Talk } from "../../shared/session";
import { mayAsk } from "../audience";
import { circleOf, contactsOf, findContact, kCircles } from "./contacts";
import { findItem, itemsOf, type Item } from "./items";

export type WantedName = "contacts" | "confidants" | "visits_per_week" | "domains";

export type OpenQuestion =
  | { key: string; about: "contact"; contact: string; item: Item }
  | { key: string; about: "ties" }
  | { key: string; about: "wanted"; name: WantedName };

const kWanted: readonly WantedName[] = ["contacts", "confidants", "visits_per_week", "domains"];
const kSkipped = new WeakMap<Readonly<Talk>, Set<string>>(); // goes with its talk

/** The keys of the questions that were passed over in this talk. */
export function skippedOf(talk: Readonly<Talk>): Set<string> {
  const skipped = kSkipped.get(talk) ?? new Set<string>();
  kSkipped.set(talk, skipped);
  return skipped;
}

export function askItem(contact: string, item: Item): OpenQuestion {
  return { key: `${contact}/${item.name}`, about: "contact", contact, item };
}

/** What a pointer into `profile` asks for; null for what is no question of the map. */
function parsePointer(pointer: string, profile: Profile): OpenQuestion | null {
  const [, part, field, place, name] = pointer.split("/");
  if (part !== "network") return null;
  if (field === "ties") return { key: "ties", about: "ties" };
  const wanted = kWanted.find((entry) => entry === place);
  if (field === "wanted" && wanted !== undefined) return { key: `wanted/${wanted}`, about: "wanted", name: wanted };
  const contact = contactsOf(profile)[Number(place)];
  const item = findItem(name);
  return field === "contacts" && contact !== undefined && item !== undefined ? askItem(contact.id, item) : null;
}

/** The questions whose answers would change the advice most, best first; `profile` is what was asked about. */
export function readAskFirst(questions: readonly AskFirst[], profile: Profile): OpenQuestion[] {
  return questions.map(({ pointer }) => parsePointer(pointer, profile)).filter((question) => question !== null);
}

export function isAnswered(question: OpenQuestion, { network }: Readonly<Profile>): boolean {
  if (question.about === "ties") return network?.ties !== undefined;
  if (question.about === "wanted") return network?.wanted?.[question.name] !== undefined;
  return findContact({ network }, question.contact)?.[question.item.name] !== undefined;
}

function isOpen(question: OpenQuestion, talk: Readonly<Talk>): boolean {
  if (skippedOf(talk).has(question.key) || isAnswered(question, talk.profile)) return false;
  if (question.about === "ties") return contactsOf(talk.profile).length > 1;
  if (question.about === "wanted") return true;
  return findContact(talk.profile, question.contact) !== undefined && mayAsk(question.item.name);
}

/** The open questions of one contact, in the order of a talk. */
export function listOpen(id: string, talk: Readonly<Talk>): OpenQuestion[] {
  const contact = findContact(talk.profile, id);
  const items = contact === undefined ? [] : itemsOf(contact);
  return items.map((item) => askItem(id, item)).filter((question) => isOpen(question, talk));
}

/** Those of all persons, the most important first. */
function listOpenOfAll(talk: Readonly<Talk>): OpenQuestion[] {
  const persons = contactsOf(talk.profile).filter(({ kind }) => kind === undefined || kind === "person");
  return kCircles.flatMap((circle) => persons.filter((person) => circleOf(person) === circle)).flatMap(({ id }) => listOpen(id, talk));
}

/** The next question, of the contact spoken of if there is one: first what would change the advice most. */
export function nextQuestion(talk: Readonly<Talk>, askFirst: readonly OpenQuestion[], contact: string | null): OpenQuestion | null {
  const first = askFirst.filter((question) => isOpen(question, talk));
  if (contact === null) return first[0] ?? listOpenOfAll(talk)[0] ?? null;
  return first.find((question) => question.about === "contact" && question.contact === contact) ?? listOpen(contact, talk)[0] ?? null;
}
