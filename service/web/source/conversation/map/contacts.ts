// How is a contact added to the map, changed, moved and taken off it?
import type { Profile } from "v1";
import { writeDay } from "../../shared/days";
import type { Session } from "../../shared/session";

export type Network = NonNullable<Profile["network"]>;
export type Contact = NonNullable<Network["contacts"]>[number];
export type Circle = NonNullable<Contact["circle"]>;
export type Kind = NonNullable<Contact["kind"]>;
export type Pair = [string, string];

export const kCircles: readonly Circle[] = [1, 2, 3];
export const kKinds: readonly Kind[] = ["person", "group", "pet", "place"];
export const kMostContacts = 15; // of the profile's schema
export const kLongestAlias = 60;

export function contactsOf(profile: Readonly<Profile>): readonly Contact[] {
  return profile.network?.contacts ?? [];
}

/** The circle in which a contact is drawn: the outer one where none was said. */
export function circleOf(contact: Contact): Circle {
  return contact.circle ?? 3;
}

export function findContact(profile: Readonly<Profile>, id: string | null): Contact | undefined {
  return contactsOf(profile).find((contact) => contact.id === id);
}

/** Edits the map, which is then of today. */
export function editNetwork(session: Session, edit: (network: Network) => void): void {
  session.change((talk) => {
    const network = talk.profile.network ??= {};
    network.mapped_on = writeDay();
    edit(network);
  });
}

function freeId(contacts: readonly Contact[]): string {
  const taken = new Set(contacts.map((contact) => contact.id));
  let number = contacts.length + 1;
  while (taken.has(`c${number}`)) ++number;
  return `c${number}`;
}

/** The id of the new contact; null where the map is full. */
export function addContact(session: Session, contact: Omit<Contact, "id">): string | null {
  const contacts = contactsOf(session.talk.profile);
  if (contacts.length >= kMostContacts) return null;
  const id = freeId(contacts);
  editNetwork(session, (network) => (network.contacts ??= []).push({ id, ...contact }));
  return id;
}

export function editContact(session: Session, id: string, edit: (contact: Contact) => void): void {
  editNetwork(session, (network) => {
    const contact = network.contacts?.find((entry) => entry.id === id);
    if (contact !== undefined) edit(contact);
  });
}

/** Puts a contact into a circle, as the `place`-th of those in it from 0; last without. */
export function moveContact(session: Session, id: string, circle: Circle, place = kMostContacts): void {
  editNetwork(session, (network) => {
    const moved = network.contacts?.find((entry) => entry.id === id);
    if (network.contacts === undefined || moved === undefined) return;
    const others = network.contacts.filter((entry) => entry !== moved);
    const next = others.filter((entry) => circleOf(entry) === circle)[place];
    others.splice(next === undefined ? others.length : others.indexOf(next), 0, moved);
    moved.circle = circle;
    network.contacts = others;
  });
}

/** Takes a contact off the map, and off the ties and choices that name it. */
export function removeContact(session: Session, id: string): void {
  editNetwork(session, (network) => {
    network.contacts = network.contacts?.filter((contact) => contact.id !== id);
    network.ties = network.ties?.filter((tie) => !tie.includes(id));
  });
  session.change((talk) => {
    talk.chosen.ties = talk.chosen.ties.filter((tie) => tie !== id);
  });
}

export function doKnowEachOther(network: Readonly<Network> | undefined, one: string, other: string): boolean {
  return network?.ties?.some((tie) => tie.includes(one) && tie.includes(other)) ?? false;
}

/** Says who of `others` know `id`; from then on it was asked. */
export function setTies(session: Session, id: string, others: ReadonlyMap<string, boolean>): void {
  editNetwork(session, (network) => {
    const kept = (network.ties ?? []).filter((tie) => !(tie.includes(id) && tie.some((end) => others.has(end))));
    const known = [...others].filter(([, isKnown]) => isKnown).map(([other]): Pair => [id, other]);
    network.ties = [...kept, ...known];
  });
}
