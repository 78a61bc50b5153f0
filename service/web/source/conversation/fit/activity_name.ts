// What is an activity called?
import { getActivity } from "../../shared/api";
import type { Texts } from "../../shared/texts";

/** Its name; where it cannot be had, that it is an activity. */
export async function nameActivity(texts: Texts, id: string): Promise<string> {
  try {
    return (await getActivity(id, texts.language.code)).name;
  } catch {
    return texts.say("conversation.fit.activity");
  }
}
