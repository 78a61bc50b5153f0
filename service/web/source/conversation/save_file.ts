// How is a talk kept as a file of the person's own, and how forgotten?
import { makeSender, makeSureButton } from "../shared/buttons";
import { make } from "../shared/dom";
import { makeChoices, makeField, makeTextbox } from "../shared/fields";
import { announce } from "../shared/frame";
import { canSeal, suggestName, writeTalk } from "../shared/talk_file";
import { setPersonLooksOn } from "./audience";
import type { Desk } from "./step";

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  make("a", { href: address, download: suggestName() }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // ms; the browser has read it long before
}

/** Where this browser can seal: a password, which can be looked at, for no one can help who mistypes it. */
function makePasswordFields({ texts }: Desk, password: HTMLInputElement): HTMLElement[] {
  if (!canSeal()) return [make("p", { class: "talk-soft" }, texts.say("conversation.save.cannot_seal"))];
  const shown = makeChoices("checkbox", make("span", { class: "unseen" }, texts.say("conversation.save.password")),
    [{ value: "show", text: texts.say("conversation.save.show_password"), isChosen: false }],
    () => { password.type = password.type === "password" ? "text" : "password"; });
  return [makeField({ label: texts.say("conversation.save.new_password"), input: password, hint: texts.say("conversation.save.password_help") }), shown];
}

export function makeSaver(desk: Desk): HTMLElement {
  const { session, texts } = desk;
  const password = makeTextbox({ type: "password", autocomplete: "new-password" });
  const said = make("p", { class: "talk-soft" });
  const form = make("form", { class: "talk-part" },
    make("h2", { class: "utrecht-heading-3" }, texts.say("conversation.save.title")),
    make("p", {}, texts.say("conversation.save.lead")),
    ...makePasswordFields(desk, password),
    makeSender("primary-action", texts.say("conversation.save.do")),
    said);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void writeTalk(session.talk, password.value).then((text) => {
      download(text);
      session.markSaved();
      said.replaceChildren(texts.say("conversation.save.done", { name: suggestName() }));
      announce(texts.say("conversation.save.done", { name: suggestName() }));
    });
  });
  return form;
}

export function makeClearer(desk: Desk): HTMLElement {
  const { session, texts } = desk;
  return make("section", { class: "talk-part" },
    make("h2", { class: "utrecht-heading-3" }, texts.say("conversation.save.clear.title")),
    make("p", {}, texts.say("conversation.save.clear.lead")),
    makeSureButton(texts.say("conversation.save.clear.do"), texts.say("conversation.save.sure"), () => {
      session.clear();
      setPersonLooksOn("no");
      desk.go("moment");
      announce(texts.say("conversation.save.clear.done"));
    }));
}
