// What is new, changed or gone since the talk of an earlier file?
import type { Activity, MatchAnswer } from "v1";
import { getActivity } from "../../shared/api";
import { make } from "../../shared/dom";
import type { Talk } from "../../shared/session";
import type { Desk } from "../step";
import type { Names } from "./names";
import { makeHeading, makeList, makeParagraph, makeSection } from "./pieces";

/** The day of the earlier answer, else of the map; absent where the file tells neither. */
function dayOf({ seenOn, profile }: Readonly<Talk>): string | undefined {
  return seenOn || profile.network?.mapped_on;
}

export function isNew({ session }: Desk, activity: string): boolean {
  const { earlier } = session;
  return earlier !== null && earlier.seen.length > 0 && !earlier.seen.includes(activity);
}

async function findRecord(desk: Desk, id: string): Promise<Activity | null> {
  try {
    return await getActivity(id, desk.texts.language.code);
  } catch {
    return null; // of this one nothing can be told
  }
}

/** Names of those that were written anew since the earlier talk. */
async function findChanged(desk: Desk, ids: readonly string[], day: string): Promise<string[]> {
  const records = await Promise.all(ids.map((id) => findRecord(desk, id)));
  return records.filter((record) => (record?.modified_on ?? "") > day).map((record) => record?.name ?? "");
}

function makePart(desk: Desk, name: string, entries: (Node | string)[]): Node[] {
  return entries.length === 0 ? [] : [makeHeading(3, desk.texts.say(`conversation.result.news_${name}`)), makeList(entries)];
}

/** Null without an earlier answer. */
export function makeNews(desk: Desk, names: Names, answer: MatchAnswer): HTMLElement | null {
  const { texts, session } = desk;
  const { earlier } = session;
  if (earlier === null || earlier.seen.length === 0) return null;
  const here = new Set(answer.matches.map((match) => match.activity.id));
  const dismissed = new Set(session.talk.dismissed.map((entry) => entry.activity));
  const added = answer.matches.filter((match) => isNew(desk, match.activity.id)).map((match) => match.activity.name);
  const gone = earlier.seen.filter((id) => !here.has(id) && !dismissed.has(id));
  const changed = make("div");
  const day = dayOf(earlier);
  if (day !== undefined) {
    void findChanged(desk, earlier.seen.filter((id) => here.has(id)), day)
      .then((found) => changed.replaceChildren(...makePart(desk, "changed", found)));
  }
  const isSame = added.length + gone.length === 0;
  return makeSection("news", texts.say("conversation.result.news"),
    isSame ? makeParagraph(texts.say("conversation.result.news_none")) : null,
    ...makePart(desk, "new", added), changed, ...makePart(desk, "gone", gone.map((id) => names.makeName(texts, id))));
}
