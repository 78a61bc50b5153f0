// Which wish could change so that more fits, and how does it change back?
import type { ChangedWish, Match, MatchAnswer, Profile, Relaxation } from "v1";
import { makeButton } from "../../shared/buttons";
import { make } from "../../shared/dom";
import type { Session } from "../../shared/session";
import type { Desk } from "../step";
import type { Names } from "./names";
import { makeList, makeParagraph, makeSection } from "./pieces";

type Members = Record<string, unknown>;

/** A wish as it was before, to go back to. */
export interface Undo {
  practical: Profile["practical"];
}

/** Sets what the pointer names to `value`, or takes it away where that is null. Steps that are not there are made. */
function setAt(profile: Profile, pointer: string, value: unknown): void {
  const steps = pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = steps.pop();
  if (last === undefined) return;
  let at = profile as Members;
  for (const step of steps) at = (at[step] ??= {}) as Members;
  if (value === null) delete at[last];
  else at[last] = structuredClone(value);
}

/** Changes the profile; what is given back undoes it. Relaxations never go beyond `practical`. */
export function changeWishes(session: Session, changes: readonly ChangedWish[]): Undo {
  const undo = { practical: structuredClone(session.talk.profile.practical) };
  session.change(({ profile }) => {
    for (const { pointer, to } of changes) setAt(profile, pointer, to);
  });
  return undo;
}

export function undoWishes(session: Session, { practical }: Undo): void {
  session.change(({ profile }) => {
    if (practical === undefined) delete profile.practical;
    else profile.practical = structuredClone(practical);
  });
}

type OnChange = (changes: readonly ChangedWish[]) => void;

function makeRelaxation(desk: Desk, names: Names, relaxation: Relaxation, onChange: OnChange): HTMLElement {
  const { texts } = desk;
  const examples = relaxation.examples.map((id) => names.makeName(texts, id));
  return make("li", { class: "card" },
    makeParagraph(relaxation.text),
    examples.length > 0 ? make("div", {}, makeParagraph(texts.say("conversation.result.for_example")), makeList(examples)) : null,
    makeButton("secondary-action", texts.say("conversation.result.change_this"), () => onChange(relaxation.changes)));
}

/** What to ease when little fits; null where that is not needed. */
export function makeRelaxations(desk: Desk, names: Names, answer: MatchAnswer, onChange: OnChange): HTMLElement | null {
  if (answer.relaxations.length === 0) return null;
  const { texts } = desk;
  return makeSection("relaxations", texts.say("conversation.result.relaxations"),
    makeParagraph(texts.say("conversation.result.relaxations_lead")),
    make("ul", { class: "cards" }, ...answer.relaxations.map((relaxation) => makeRelaxation(desk, names, relaxation, onChange))));
}

/** The smallest change that would put this activity higher. */
export function makeCounterfactual(desk: Desk, { counterfactual }: Match, onChange: OnChange): HTMLElement | null {
  if (counterfactual === null) return null;
  const { text, change } = counterfactual;
  return make("div", { class: "counterfactual" }, makeParagraph(text),
    makeButton("secondary-action", desk.texts.say("conversation.result.change_this"), () => onChange([change])));
}
