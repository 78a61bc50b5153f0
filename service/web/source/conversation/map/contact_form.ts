// What is known of one contact, and how is it changed?
import { makeButton, makeFold, makeSureButton } from "../../shared/buttons";
import { make } from "../../shared/dom";
import { makeChoices, makeField, makeSelect, makeTextbox } from "../../shared/fields";
import { announce } from "../../shared/frame";
import { mayAsk } from "../audience";
import { circleOf, editContact, findContact, kCircles, kKinds, kLongestAlias, moveContact, removeContact, type Contact } from "./contacts";
import { makeItemField } from "./fields";
import { itemsOf, setItem } from "./items";
import { makeContactTies } from "./ties";
import { nameOf, tellCircle, word, type View } from "./view";

function makeNameField(view: View, contact: Contact): HTMLElement {
  const field = makeTextbox({ maxlength: kLongestAlias, value: contact.alias });
  field.addEventListener("change", () => {
    const alias = field.value.trim();
    if (alias !== "") editContact(view.desk.session, contact.id, (edited) => { edited.alias = alias; });
  });
  return makeField({ label: word(view, "add.name"), input: field });
}

function makeCircleField(view: View, contact: Contact): HTMLElement {
  const choices = kCircles.map((circle) => ({ value: String(circle), text: word(view, `circle.${circle}`), isChosen: circle === circleOf(contact) }));
  return makeChoices("radio", word(view, "add.circle"), choices, (value) => {
    const circle = kCircles.find((entry) => String(entry) === value) ?? 3;
    moveContact(view.desk.session, contact.id, circle);
    announce(word(view, "moved", { name: nameOf(view, contact), circle: tellCircle(view, circle) }));
  });
}

function makeKindField(view: View, contact: Contact): HTMLElement {
  const choices = kKinds.map((kind) => [kind, word(view, `kind.${kind}`)] as const);
  const input = makeSelect(choices, contact.kind ?? "person", (value) => {
    editContact(view.desk.session, contact.id, (edited) => { edited.kind = kKinds.find((kind) => kind === value); });
  });
  return makeField({ label: word(view, "add.kind"), input });
}

function makeRemoveButton(view: View, contact: Contact): HTMLElement {
  return makeSureButton(word(view, "contact.remove", { name: nameOf(view, contact) }), view.desk.texts.say("conversation.save.sure"), () => {
    view.select(null);
    removeContact(view.desk.session, contact.id);
    announce(word(view, "contact.removed", { name: nameOf(view, contact) }));
  });
}

function makeAnswers(view: View, contact: Contact): HTMLElement {
  const items = itemsOf(contact).filter(({ name }) => mayAsk(name));
  return makeFold(word(view, "contact.all", { name: nameOf(view, contact) }), ...items.map((item) =>
    makeItemField(view, contact, item, (value) => editContact(view.desk.session, contact.id, (edited) => setItem(edited, item.name, value)))));
}

/** The form of the contact `id`; nothing where there is none. */
export function makeContactForm(view: View, id: string | null): HTMLElement | null {
  const contact = findContact(view.profile(), id);
  if (contact === undefined) return null;
  const name = nameOf(view, contact);
  const ties = makeContactTies(view, contact);
  return make("section", { class: "contact-form" },
    make("h2", { class: "utrecht-heading-3", tabindex: "-1" }, word(view, "contact.title", { name })),
    makeFold(word(view, "contact.place"), makeNameField(view, contact), makeCircleField(view, contact), makeKindField(view, contact)),
    makeAnswers(view, contact),
    ties && makeFold(word(view, "ties.title", { name }), ties),
    make("div", { class: "talk-row" },
      makeButton("secondary-action", word(view, "contact.done"), () => view.select(null)),
      makeRemoveButton(view, contact)));
}
