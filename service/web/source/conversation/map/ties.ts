// Who knows whom?
import { makeButton } from "../../shared/buttons";
import { make } from "../../shared/dom";
import { makeChoices } from "../../shared/fields";
import { announce } from "../../shared/frame";
import { contactsOf, doKnowEachOther, editNetwork, setTies, type Contact } from "./contacts";
import { nameOf, word, type View } from "./view";

function makeTiesField(view: View, contact: Contact, others: readonly Contact[], known: Map<string, boolean>): HTMLFieldSetElement {
  return makeChoices("checkbox", word(view, "ties.question", { name: nameOf(view, contact) }),
    others.map((other) => ({ value: other.id, text: nameOf(view, other), isChosen: known.get(other.id) ?? false })),
    (id) => known.set(id, !(known.get(id) ?? false)));
}

function knownOf(view: View, contact: Contact, others: readonly Contact[]): Map<string, boolean> {
  return new Map(others.map((other) => [other.id, doKnowEachOther(view.profile().network, contact.id, other.id)]));
}

/** Whom of all others one contact knows; each tick counts at once. */
export function makeContactTies(view: View, contact: Contact): HTMLElement | null {
  const others = contactsOf(view.profile()).filter((other) => other.id !== contact.id);
  if (others.length === 0) return null;
  const known = knownOf(view, contact, others);
  const field = makeTiesField(view, contact, others, known);
  field.addEventListener("change", () => setTies(view.desk.session, contact.id, known));
  return field;
}

/** Goes by all contacts, each with those not yet gone by; `done` follows the last. */
export function makeTiesRound(view: View, done: () => void): HTMLElement {
  const round = make("div", { class: "ties-round" });
  const contacts = contactsOf(view.profile());
  const show = (place: number): void => {
    const contact = contacts[place];
    const others = contacts.slice(place + 1);
    if (contact === undefined || others.length === 0) {
      done();
      return;
    }
    const known = knownOf(view, contact, others);
    const field = makeTiesField(view, contact, others, known);
    round.replaceChildren(field, make("div", { class: "talk-row" },
      makeButton("primary-action", word(view, "ties.next"), () => {
        setTies(view.desk.session, contact.id, known);
        show(place + 1);
        round.querySelector("input")?.focus();
      }),
      place > 0 ? null : makeButton("secondary-action", word(view, "ties.nobody"), () => {
        editNetwork(view.desk.session, (network) => { network.ties = []; });
        announce(word(view, "ties.nobody_said"));
        done();
      })));
  };
  show(0);
  return round;
}
