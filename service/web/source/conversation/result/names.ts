// What is an activity called of which only the id is at hand?
import type { MatchAnswer } from "v1";
import { getActivity, Refused } from "../../shared/api";
import { make } from "../../shared/dom";
import type { Texts } from "../../shared/texts";

/** The names seen so far; others are asked of the service. */
export class Names {
  private readonly known = new Map<string, string>();

  learn({ matches }: MatchAnswer): void {
    for (const { activity } of matches) this.known.set(activity.id, activity.name);
  }

  /** The name as soon as it is there; what the catalogue no longer has says so. */
  makeName(texts: Texts, id: string): HTMLElement {
    const known = this.known.get(id);
    const name = make("span", { class: "activity-name" }, known ?? "…");
    if (known === undefined) void this.load(texts, id).then((text) => name.replaceChildren(text));
    return name;
  }

  private async load(texts: Texts, id: string): Promise<string> {
    try {
      const { name } = await getActivity(id, texts.language.code);
      this.known.set(id, name);
      return name;
    } catch (error) {
      if (error instanceof Refused) return texts.say("conversation.result.no_longer_listed");
      throw error;
    }
  }
}
