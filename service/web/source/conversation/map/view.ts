// What do the parts of the map share?
import type { Profile } from "v1";
import type { Desk } from "../step";
import { findContact, type Circle, type Contact } from "./contacts";

export interface View {
  readonly desk: Desk;
  /** The profile as whoever looks may see it. */
  profile(): Profile;
  /** The contact being spoken of; null for none. */
  selected(): string | null;
  select(id: string | null): void;
}

/** The words for an answer, a kind, a circle …: of the texts under conversation.map. */
export function word(view: View, path: string, values: Record<string, string | number> = {}): string {
  return view.desk.texts.say(`conversation.map.${path}`, values);
}

export function nameOf(view: View, contact: Contact | undefined): string {
  return contact?.alias ?? word(view, "nameless");
}

export function nameOfId(view: View, id: string): string {
  return nameOf(view, findContact(view.profile(), id));
}

export function tellCircle(view: View, circle: Circle): string {
  return word(view, `circle.${circle}`);
}
