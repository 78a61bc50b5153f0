// In which manner do the texts of a talk speak: how to the person, and of whom else?
import type { Profile } from "v1";
import type { Talk } from "../shared/session";

/** The manners that go with the talk, the most particular first. */
export function mannersOf({ address, company }: Readonly<Talk>): readonly string[] {
  return company === null ? [address] : [`${address}_${company}`, company, address];
}

/** In which words the service is to answer, as a part of the profile; "u" and a worker go without saying. */
export function voiceOf({ address, company }: Readonly<Talk>, language: "nl" | "en"): Pick<Profile, "language" | "form_of_address" | "company"> {
  return {
    language, ...(address === "u" ? {} : { form_of_address: address }), ...(company === null || company === "worker" ? {} : { company }),
  };
}
