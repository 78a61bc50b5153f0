// How is someone put on the map?
import { makeSender } from "../../shared/buttons";
import { make } from "../../shared/dom";
import { makeChoices, makeField, makeSelect, makeTextbox } from "../../shared/fields";
import { announce } from "../../shared/frame";
import { addContact, contactsOf, kCircles, kKinds, kLongestAlias, kMostContacts, type Circle, type Kind } from "./contacts";
import { tellCircle, word, type View } from "./view";

export interface AddForm {
  readonly element: HTMLElement;
  /** Tells how many there are; closes at the most. */
  update(): void;
}

/** Asks for no more than a name and a circle; after each, the next name can be typed at once. */
export function makeAddForm(view: View): AddForm {
  let circle: Circle = 1;
  let kind: Kind = "person";
  const name = makeTextbox({ maxlength: kLongestAlias });
  const circles = makeChoices("radio", word(view, "add.circle"),
    kCircles.map((entry) => ({ value: String(entry), text: word(view, `circle.${entry}`), isChosen: entry === circle })),
    (value) => { circle = kCircles.find((entry) => String(entry) === value) ?? circle; });
  const kinds = makeSelect(kKinds.map((entry) => [entry, word(view, `kind.${entry}`)] as const), kind,
    (value) => { kind = kKinds.find((entry) => entry === value) ?? kind; });
  const count = make("p", { class: "talk-soft" });
  const form = make("form", { class: "add-contact" },
    make("h2", { class: "utrecht-heading-3" }, word(view, "add.title")),
    makeField({ label: word(view, "add.name"), input: name, hint: word(view, "add.alias_only") }),
    circles,
    makeField({ label: word(view, "add.kind"), input: kinds }),
    makeSender("primary-action", word(view, "add.do")),
    count);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const alias = name.value.trim();
    if (alias === "" || addContact(view.desk.session, { alias, circle, kind }) === null) {
      announce(word(view, "add.name_first"));
      name.focus();
      return;
    }
    const added = contactsOf(view.desk.session.talk.profile).length;
    announce(word(view, "add.done", { name: alias, circle: tellCircle(view, circle), count: added, most: kMostContacts }));
    name.value = "";
    kinds.value = "person"; // who comes after a place is none
    kind = "person";
    name.focus();
  });
  const update = (): void => {
    const present = contactsOf(view.desk.session.talk.profile).length;
    const isFull = present >= kMostContacts;
    count.replaceChildren(isFull ? word(view, "add.full", { most: kMostContacts }) : word(view, "add.count", { count: present, most: kMostContacts }));
    for (const field of form.querySelectorAll<HTMLInputElement>("input, select, button")) field.disabled = isFull;
  };
  update();
  return { element: form, update };
}
