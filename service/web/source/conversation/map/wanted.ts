// Which network does the person wish for?
import { makeFold } from "../../shared/buttons";
import { make } from "../../shared/dom";
import { makeWantedField } from "./fields";
import type { WantedName } from "./open_questions";
import { keepAnswer } from "./question";
import { word, type View } from "./view";

const kNames: readonly WantedName[] = ["contacts", "confidants", "visits_per_week", "domains"];

export function makeWantedForm(view: View): HTMLElement {
  return makeFold(word(view, "wanted.title"), make("p", {}, word(view, "wanted.lead")),
    ...kNames.map((name) => makeWantedField(view, view.profile().network?.wanted, name,
      (value) => keepAnswer(view, { key: `wanted/${name}`, about: "wanted", name }, value))));
}
