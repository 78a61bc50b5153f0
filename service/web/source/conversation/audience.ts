// Who looks at the screen: the worker, or the person too?
import type { Profile } from "v1";
import { stopReading } from "../shared/read_aloud";
import type { Network } from "./map/contacts";

const kClass = "person-looks-on"; // of the body: what is class "for-worker" is then not shown

export function doesPersonLookOn(): boolean {
  return document.body.classList.contains(kClass);
}

/** Whether whoever looks may read the question about the map's item called `name`: not the person, who is critical of them. */
export function mayAsk(name: string | undefined): boolean {
  return name !== "critical" || !doesPersonLookOn();
}

export function setPersonLooksOn(looksOn: "yes" | "no"): void {
  stopReading(); // it may be in the middle of what is now hidden
  document.body.classList.toggle(kClass, looksOn === "yes");
}

function names(text: string | undefined, avoided: readonly string[]): boolean {
  return avoided.some((word) => text?.toLowerCase().includes(word));
}

function showableNetwork(network: Network, avoided: readonly string[]): Network {
  const contacts = network.contacts?.filter(({ alias }) => !names(alias, avoided)).map(({ critical: _, interests, ...shown }) =>
    ({ ...shown, interests: interests?.filter((interest) => !names(interest, avoided)) }));
  const ids = new Set(contacts?.map((contact) => contact.id));
  return { ...network, contacts, ties: network.ties?.filter((tie) => tie.every((end) => ids.has(end))) };
}

/** The profile as whoever looks may see it: the person is shown neither what is avoided nor who is critical. */
export function showable(profile: Readonly<Profile>): Profile {
  if (!doesPersonLookOn()) return { ...profile };
  const { avoid, network, network_before: before, ...rest } = profile;
  const words = [...avoid?.words ?? [], ...avoid?.organizations ?? [], ...avoid?.places ?? []];
  const avoided = words.map((word) => word.trim().toLowerCase()).filter((word) => word !== "");
  return {
    ...rest,
    network: network && showableNetwork(network, avoided),
    network_before: before && showableNetwork(before, avoided),
  };
}
