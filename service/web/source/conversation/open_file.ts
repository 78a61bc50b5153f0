// How does a person go on with the file of an earlier talk?
import { askGaps } from "../shared/api";
import { makeSender } from "../shared/buttons";
import { make } from "../shared/dom";
import { makeField, makeTextbox } from "../shared/fields";
import { announce } from "../shared/frame";
import { makeProblem } from "../shared/problems";
import { FileFault, readTalk } from "../shared/talk_file";
import type { Texts } from "../shared/texts";
import { stepAt, type Desk } from "./step";

interface Parts {
  readonly file: HTMLInputElement;
  readonly password: HTMLInputElement;
  readonly passwordField: HTMLElement;
  readonly problem: HTMLElement;
}

/** Opens the chosen file; the service judges what it knows of the person. Throws FileFault and Refused. */
async function openFile({ session, texts }: Desk, file: File, password: string): Promise<void> {
  const { talk, leftOut } = await readTalk(await file.text(), password);
  delete talk.profile.date; // the talk goes on today
  await askGaps(talk.profile, texts.language.code === "nl" ? "nl" : "en");
  session.reopen(talk, leftOut);
}

function tellStep(texts: Texts, pointer: string): string {
  const step = stepAt(pointer);
  return step === undefined ? "" : texts.say(`conversation.${step}.title`);
}

async function tryToOpen(desk: Desk, { file, password, passwordField, problem }: Parts): Promise<void> {
  const { texts } = desk;
  const chosen = file.files?.[0];
  problem.replaceChildren();
  if (chosen === undefined) {
    announce(texts.say("conversation.save.open.choose_first"));
    file.focus();
    return;
  }
  try {
    await openFile(desk, chosen, password.value);
    desk.go("look_back");
    announce(texts.say("conversation.save.open.done"));
  } catch (error) {
    if (!(error instanceof FileFault)) {
      problem.replaceChildren(makeProblem(texts, error, (pointer) => tellStep(texts, pointer)));
      return;
    }
    if (error.fault === "password_needed" || error.fault === "wrong_password") passwordField.hidden = false;
    problem.replaceChildren(make("p", { class: "notice", role: "alert" }, texts.say(`conversation.save.fault.${error.fault}`)));
    (passwordField.hidden ? file : password).focus();
  }
}

export function makeOpener(desk: Desk): HTMLElement {
  const { texts, session } = desk;
  const file = make("input", { type: "file", accept: ".json,application/json", class: "talk-file" });
  const password = makeTextbox({ type: "password" });
  const passwordField = makeField({ label: texts.say("conversation.save.password"), input: password });
  passwordField.hidden = true;
  const problem = make("div");
  const form = make("form", {},
    make("p", {}, texts.say("conversation.save.open.lead")),
    session.hasUnsaved ? make("p", { class: "notice" }, texts.say("conversation.save.open.replaces")) : null,
    makeField({ label: texts.say("conversation.save.open.file"), input: file }), passwordField, problem,
    makeSender("secondary-action", texts.say("conversation.save.open.do")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void tryToOpen(desk, { file, password, passwordField, problem });
  });
  return form;
}
