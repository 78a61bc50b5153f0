// In which manner do the texts of a talk speak: how to the person, and of whom else?
import type { Profile } from "v1";
import type { Talk } from "../shared/session";

/** The manners that go with the talk, the most particular first. */
export function mannersOf({ address, company }: Readonly<Talk>): readonly string[] {
  return company === null ? [address] : [`${address}_${company}`, company, address];
}

/** In which words the service is to answer, as a part of the profile; "u" goes without saying. */
export function voiceOf({ address }: Readonly<Talk>, language: "nl" | "en"): Pick<Profile, "language" | "form_of_address"> {
  return address === "u" ? { language } : { language, form_of_address: address };
}
