// How is one thing about a contact or the wished network answered?
import { makeChoices, makeField, makeTextbox } from "../../shared/fields";
import type { Contact, Network } from "./contacts";
import { kMostMinutes, parseInterests, type Item, type ItemValue } from "./items";
import type { WantedName } from "./open_questions";
import { nameOf, word, type View } from "./view";

/** How an answer reaches whoever asked: a mouse is done with it, the keyboard may still be choosing. */
export type Answer = (value: ItemValue | undefined, event: Event) => void;

const kWantedMost: Record<Exclude<WantedName, "domains">, number> = { contacts: 50, confidants: 15, visits_per_week: 21 };
const kWantedDomains = ["household", "family", "friend", "neighbour", "work_school", "club"] as const;
export type WantedDomain = (typeof kWantedDomains)[number];

/** The whole number typed, within 0 and `most`; nothing for anything else. */
function readNumber(field: HTMLInputElement, most: number): number | undefined {
  const number = field.valueAsNumber;
  return Number.isInteger(number) && number >= 0 && number <= most ? number : undefined;
}

function makeNumberField(label: string, value: number | undefined, most: number, answer: Answer): HTMLElement {
  const field = makeTextbox({ class: "short", type: "number", inputmode: "numeric", min: 0, max: most, step: 1, value });
  field.addEventListener("change", (event) => answer(readNumber(field, most), event));
  return makeField({ label, input: field });
}

function makeInterestsField(view: View, label: string, contact: Contact, answer: Answer): HTMLElement {
  const field = makeTextbox({ value: contact.interests?.join(", ") });
  field.addEventListener("change", (event) => answer(parseInterests(field.value), event));
  return makeField({ label, input: field, hint: word(view, "item.interests.help") });
}

/** The question about `contact` with its answers, the one given marked. */
export function makeItemField(view: View, contact: Contact, item: Item, answer: Answer): HTMLElement {
  const question = word(view, `item.${item.name}.question`, { name: nameOf(view, contact) });
  if (item.name === "interests") return makeInterestsField(view, question, contact, answer);
  if (item.values === undefined) return makeNumberField(question, contact.travel_minutes, kMostMinutes, answer);
  const { values } = item;
  const choices = values.map((value) => ({
    value: String(value), text: word(view, `item.${item.name}.${value}`), isChosen: contact[item.name] === value,
  }));
  return makeChoices("radio", question, choices, (chosen, event) => answer(values.find((value) => String(value) === chosen), event));
}

/** The question about the wished network with its answer. */
export function makeWantedField(view: View, wanted: Network["wanted"], name: WantedName, answer: Answer): HTMLElement {
  const question = word(view, `wanted.${name}`);
  if (name !== "domains") return makeNumberField(question, wanted?.[name], kWantedMost[name], answer);
  const chosen = new Set<string>(wanted?.domains);
  const choices = kWantedDomains.map((domain) => ({ value: domain, text: word(view, `item.domain.${domain}`), isChosen: chosen.has(domain) }));
  return makeChoices("checkbox", question, choices, (domain, event) => {
    if (!chosen.delete(domain)) chosen.add(domain);
    answer(kWantedDomains.filter((entry) => chosen.has(entry)), event);
  });
}
