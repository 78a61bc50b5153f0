// How does someone see, and put right, what Kring read in their words?
import { make } from "../../shared/dom";
import type { Desk } from "../step";
import { isMeant, setMeant } from "./inventory";
import type { Reading } from "./understanding";

function makeReading(desk: Desk, reading: Reading, changed: () => void): HTMLElement {
  const { texts, session } = desk;
  const isNow = isMeant(session.talk.profile, reading.need, reading.name);
  const makeAnswer = (meaning: "meant" | "not_meant"): HTMLElement => make("button", {
    type: "button", class: "ask-answer", id: `${meaning}-${reading.need}-${reading.name}`, "aria-pressed": String(isNow === (meaning === "meant")),
    click: () => {
      session.change(({ profile }) => setMeant(profile, reading, meaning));
      changed();
    },
  }, texts.say(`conversation.needs.reading.${meaning}`));
  return make("li", { class: isNow ? "reading" : "reading undone" },
    make("p", {},
      make("q", {}, reading.words), " ",
      texts.say(`conversation.needs.reading.${reading.kind}`), " ",
      make("strong", {}, reading.label)),
    reading.effect === null || !isNow ? null : make("p", { class: "ask-hint" }, reading.effect),
    isNow ? null : make("p", { class: "ask-hint" }, texts.say("conversation.needs.reading.undone")),
    make("div", { class: "ask-answers", role: "group", "aria-label": texts.say("conversation.needs.reading.check", { words: reading.words }) },
      makeAnswer("meant"), makeAnswer("not_meant")));
}

/** What was read in the words of one need; nothing where there is nothing. */
export function makeReadings(desk: Desk, readings: readonly Reading[], changed: () => void): HTMLElement | null {
  if (readings.length === 0) return null;
  return make("ul", { class: "readings", "aria-label": desk.texts.say("conversation.needs.reading.title") },
    ...readings.map((reading) => makeReading(desk, reading, changed)));
}
