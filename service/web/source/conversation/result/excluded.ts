// How many activities were left out, and why?
import type { MatchAnswer } from "v1";
import { make } from "../../shared/dom";
import type { Texts } from "../../shared/texts";
import { makeList, makeParagraph, makeSection } from "./pieces";

/** The reasons in words, most frequent first; null where nothing was left out. */
export function makeExcluded(texts: Texts, { excluded }: MatchAnswer): HTMLElement | null {
  const rows = Object.entries(excluded).sort(([, few], [, many]) => many - few);
  if (rows.length === 0) return null;
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  return makeSection("excluded", texts.say("conversation.result.excluded"),
    make("details", { class: "fold" },
      make("summary", {}, texts.count("conversation.result.excluded_total", total)),
      makeParagraph(texts.say("conversation.result.excluded_lead")),
      makeList(rows.map(([gate, count]) => texts.count(`conversation.result.gates.${gate}`, count)))));
}
