// How does one get to a telephone number?
import { make, type Child } from "./dom";

interface Contact {
  name: string;
  phone: string;
}

/** The number as a dialler takes it. */
export function telephone(number: string): string {
  return `tel:${number.replace(/[^0-9+]/g, "")}`;
}

/** A link that dials; the number reads from left to right in every language. */
export function makePhoneLink(number: string, text: Child = make("bdi", { dir: "ltr" }, number)): HTMLAnchorElement {
  return make("a", { class: "utrecht-link phone-link", href: telephone(number) }, text);
}

/** Whom to call first where words signal danger. */
export function makeContacts(contacts: readonly Contact[]): HTMLElement {
  return make("ul", { class: "safety-contacts" }, ...contacts.map(({ name, phone }) =>
    make("li", {}, `${name}: `, makePhoneLink(phone))));
}
