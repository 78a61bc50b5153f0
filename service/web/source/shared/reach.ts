// How does one get in touch? By a link that dials, writes or opens a site.
import type { Lead } from "v1";
import { make, type Child } from "./dom";

interface Contact {
  name: string;
  phone: string;
}

/** The number as a dialler takes it. */
export function telephone(number: string): string {
  return `tel:${number.replace(/[^0-9+]/g, "")}`;
}

function makeLeftToRight(text: string): HTMLElement {
  return make("bdi", { dir: "ltr" }, text);
}

/** What is told of when a phone is answered: in the record's words, and that it is not known; "" where nothing is. */
export function tellHours({ phone_note: note, phone_hours: hours }: Lead): string {
  return [note, hours].filter((part) => part !== null).join("; ");
}

/** A link that dials; the number reads from left to right in every language. */
export function makePhoneLink(number: string, text: Child = makeLeftToRight(number)): HTMLAnchorElement {
  return make("a", { class: "utrecht-link phone-link", href: telephone(number) }, text);
}

/** The address, to be broken after its "@" before anywhere else. */
function makeAddress(address: string): HTMLElement {
  const parts = address.split(/(?<=@)/);
  return make("bdi", { dir: "ltr" }, ...parts.flatMap((part, place) => place === 0 ? [part] : [make("wbr"), part]));
}

/** A link that begins a letter; a catalogue may hold anything, which then is but the receiver of the letter. */
export function makeMailLink(address: string, text: Child = makeAddress(address)): HTMLAnchorElement {
  const receiver = address.split("@").map(encodeURIComponent).join("@");
  return make("a", { class: "utrecht-link mail-link", href: `mailto:${receiver}` }, text);
}

/** A link to an address of the web, in a tab of its own: whoever leaves this one loses what they told. */
export function makeWebLink(address: string, text: Child, newTab: string): HTMLAnchorElement {
  return make("a", { class: "utrecht-link", href: address, rel: "noreferrer noopener", target: "_blank" }, text,
    make("span", { class: "unseen" }, ` (${newTab})`));
}

/** Whom to call first where words signal danger. */
export function makeContacts(contacts: readonly Contact[]): HTMLElement {
  return make("ul", { class: "safety-contacts" }, ...contacts.map(({ name, phone }) =>
    make("li", {}, `${name}: `, makePhoneLink(phone))));
}
