// What helps a worker in a step?
import { makeFold } from "../shared/buttons";
import { make } from "../shared/dom";
import type { Session } from "../shared/session";
import type { Texts } from "../shared/texts";
import type { StepName } from "./step";

const kParts = ["aim", "say", "mind"] as const;

/** A few sentences of the method, folded away; not for a person who talks alone or looks on. */
export function makeAid(texts: Texts, session: Session, step: StepName): HTMLElement {
  const aid = makeFold(texts.say("conversation.aid.title"), make("ul", { class: "utrecht-unordered-list" },
    ...kParts.map((part) => make("li", {}, texts.say(`conversation.aid.${step}.${part}`)))));
  aid.classList.add("aid", "for-worker");
  const show = (): void => { aid.hidden = session.talk.company !== null && session.talk.company !== "worker"; };
  const forget = session.watch(() => aid.isConnected ? show() : forget());
  show();
  return aid;
}
