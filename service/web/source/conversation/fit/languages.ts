// Which languages can someone take part in? The first chosen is the best.
import { make } from "../../shared/dom";
import { makeTick } from "../../shared/fields";
import type { Answer, Question } from "./form";

/** BCP 47; the first row is what is heard most in Dutch neighbourhoods, the rest is a tap away. */
const kUsual = ["nl", "en", "ar", "tr", "pl", "uk"];
const kMore = ["bg", "de", "es", "fa", "fr", "fy", "it", "ku", "li", "pap", "pt", "ro", "ru", "so", "ti", "zgh", "zh"];
const kMost = 8; // of the profile's schema

export const kLanguages: Question = {
  name: "languages",
  path: ["person", "languages"],
  makeInputs: (answer) => {
    const chosen = (answer.value ?? []) as string[];
    const others = [...kMore, ...chosen.filter((code) => !kUsual.includes(code) && !kMore.includes(code))];
    const isOpen = others.some((code) => chosen.includes(code));
    const more = make("details", { class: "ask-more", open: isOpen },
      make("summary", { id: "languages-more" }, answer.desk.texts.say("conversation.fit.questions.languages.more")),
      make("div", { class: "ask-ticks" }, ...others.map((code) => makeLanguage(answer, code))));
    return [make("div", { class: "ask-ticks" }, ...kUsual.map((code) => makeLanguage(answer, code))), more];
  },
};

function makeLanguage(answer: Answer, code: string): HTMLElement {
  const chosen = (answer.value ?? []) as string[];
  return makeTick({
    type: "checkbox", more: { id: `languages-${code}` }, label: answer.desk.texts.nameLanguage(code), isChosen: chosen.includes(code),
    change: (isChosen) => {
      const now = ((answer.value ?? []) as string[]).filter((entry) => entry !== code);
      const codes = isChosen ? [...now, code].slice(0, kMost) : now;
      answer.set(codes.length > 0 ? codes : undefined);
      if (isChosen && !codes.includes(code)) answer.show();
    },
  });
}
