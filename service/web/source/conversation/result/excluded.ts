// How many activities were left out, and why?
import type { MatchAnswer } from "v1";
import { make } from "../../shared/dom";
import type { Texts } from "../../shared/texts";
import { doesPersonLookOn } from "../audience";
import { makeList, makeParagraph, makeSection } from "./pieces";

/** The reasons in words, most frequent first; null where nothing was left out. The person is not shown what was left out as unwanted. */
export function makeExcluded(texts: Texts, { excluded }: MatchAnswer): HTMLElement | null {
  const rows = Object.entries(excluded).filter(([gate]) => gate !== "avoid" || !doesPersonLookOn()).sort(([, few], [, many]) => many - few);
  if (rows.length === 0) return null;
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  return makeSection("excluded", texts.say("conversation.result.excluded"),
    make("details", { class: "fold" },
      make("summary", {}, texts.count("conversation.result.excluded_total", total)),
      makeParagraph(texts.say("conversation.result.excluded_lead")),
      makeList(rows.map(([gate, count]) => texts.count(`conversation.result.gates.${gate}`, count)))));
}
