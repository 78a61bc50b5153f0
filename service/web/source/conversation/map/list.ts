// How is the map used as a list?
import { makeButton, makeSureButton } from "../../shared/buttons";
import { make } from "../../shared/dom";
import { makeField, makeSelect } from "../../shared/fields";
import { announce } from "../../shared/frame";
import { circleOf, contactsOf, kCircles, moveContact, removeContact, type Circle, type Contact } from "./contacts";
import { tellFacts } from "./describe";
import { listOpen } from "./open_questions";
import { nameOf, tellCircle, word, type View } from "./view";

function makeCircleField(view: View, contact: Contact): HTMLElement {
  const choices = kCircles.map((circle) => [String(circle), word(view, `circle.${circle}`)] as const);
  const select = makeSelect(choices, String(circleOf(contact)), (value) => {
    const circle = kCircles.find((entry) => String(entry) === value) ?? 3;
    moveContact(view.desk.session, contact.id, circle);
    announce(word(view, "moved", { name: nameOf(view, contact), circle: tellCircle(view, circle) }));
  });
  select.setAttribute("data-focus", `circle ${contact.id}`);
  return makeField({ label: word(view, "list.circle", { name: nameOf(view, contact) }), input: select });
}

function makeRow(view: View, contact: Contact): HTMLElement {
  const { session, texts } = view.desk;
  const name = nameOf(view, contact);
  const open = listOpen(contact.id, session.talk).length;
  const questions = makeButton("secondary-action", word(view, "list.questions", { name }), () => view.select(contact.id));
  questions.setAttribute("data-focus", `questions ${contact.id}`);
  questions.setAttribute("aria-pressed", String(view.selected() === contact.id));
  return make("li", { class: view.selected() === contact.id ? "selected" : null },
    make("div", { class: "map-who" },
      make("strong", {}, name),
      make("span", { class: "talk-soft" }, [
        word(view, `kind.${contact.kind ?? "person"}`), ...tellFacts(view, contact), texts.count("conversation.map.list.open", open)].join(" · "))),
    makeCircleField(view, contact),
    make("div", { class: "talk-row" }, questions,
      makeSureButton(word(view, "contact.remove", { name }), texts.say("conversation.save.sure"), () => {
        if (view.selected() === contact.id) view.select(null);
        removeContact(session, contact.id);
        announce(word(view, "contact.removed", { name }));
      })));
}

function makeCircleList(view: View, circle: Circle): HTMLElement {
  const contacts = contactsOf(view.profile()).filter((contact) => circleOf(contact) === circle);
  return make("section", {},
    make("h3", { class: "utrecht-heading-4" }, `${word(view, `circle.${circle}`)} (${contacts.length})`),
    contacts.length === 0 ? make("p", { class: "talk-soft" }, word(view, "list.nobody")) :
      make("ul", { class: "contact-list" }, ...contacts.map((contact) => makeRow(view, contact))));
}

export interface ContactList {
  readonly element: HTMLElement;
  /** Shows it anew; what had the keyboard keeps it. */
  draw(): void;
  focus(id: string | null): void;
}

export function makeContactList(view: View): ContactList {
  const element = make("div", { class: "circle-lists" });
  const draw = (): void => {
    const focused = element.contains(document.activeElement) ? document.activeElement?.getAttribute("data-focus") : null;
    element.replaceChildren(...kCircles.map((circle) => makeCircleList(view, circle)));
    if (focused) element.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
  };
  const focus = (id: string | null): void => element.querySelector<HTMLElement>(`[data-focus="questions ${CSS.escape(id ?? "")}"]`)?.focus();
  draw();
  return { element, draw, focus };
}
