// In which forms does someone take the plan along?
import type { PlanRequest } from "v1";
import { askPlanAs } from "../../shared/api";
import { makeButton } from "../../shared/buttons";
import { make } from "../../shared/dom";
import { makeField, makeTextarea } from "../../shared/fields";
import { announce } from "../../shared/frame";
import { makeProblem } from "../../shared/problems";
import { makeSheetLanguageChoice } from "../../shared/sheet_language";
import { makeHeading, makeParagraph, makeSection } from "../result/pieces";
import type { Desk } from "../step";
import { writeEmail, writeSms } from "./messages";
import type { Sheet } from "./sheet";

const kFiles = [
  ["pdf", "application/pdf", "kring-plan.pdf"], ["calendar", "text/calendar", "kring-plan.ics"], ["web", "text/html", "kring-plan.html"],
] as const;
const kMessages = ["email", "sms", "record"] as const;

/** What leaves the page, and the request that makes the service's forms of the same. */
export interface Leaving {
  sheet: Sheet;
  request: PlanRequest;
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}

export class Take {
  readonly place: HTMLElement;
  private readonly desk: Desk;
  private readonly problem = make("div");
  private readonly areas = new Map<string, HTMLTextAreaElement>();
  private leaving: Leaving | null = null;

  constructor(desk: Desk) {
    this.desk = desk;
    const { texts } = desk;
    this.place = makeSection("take", texts.say("conversation.plan.take"),
      this.makeLanguage(),
      make("div", { class: "actions" },
        makeButton("primary-action", texts.say("conversation.plan.print"), () => print()),
        ...kFiles.map(([name, type, file]) => makeButton("secondary-action", texts.say(`conversation.plan.files.${name}`), () => void this.download(type, file)))),
      this.problem,
      make("p", { class: "hint" }, texts.say("conversation.plan.files_note")),
      makeHeading(3, texts.say("conversation.plan.messages")), makeParagraph(texts.say("conversation.plan.sends_nothing")),
      ...kMessages.map((name) => this.makeMessage(name)));
  }

  update(leaving: Leaving): void {
    this.leaving = leaving;
    const { texts } = this.desk;
    this.fill("email", writeEmail(texts, leaving.sheet));
    this.fill("sms", writeSms(texts, leaving.sheet));
    void this.fillRecord(leaving);
  }

  private async fillRecord(leaving: Leaving): Promise<void> {
    const { texts } = this.desk;
    this.fill("record", "");
    try {
      const text = await (await askPlanAs("text/plain", leaving.request, texts.language.code)).text();
      if (this.leaving === leaving) this.fill("record", text);
    } catch (error) {
      this.problem.replaceChildren(makeProblem(texts, error));
    }
  }

  private fill(name: string, text: string): void {
    const area = this.areas.get(name);
    if (area !== undefined) area.value = text;
  }

  private async download(type: string, name: string): Promise<void> {
    const { leaving } = this;
    if (leaving === null) return;
    const { texts, session } = this.desk;
    const language = session.talk.profile.sheet_language;
    const request = { ...leaving.request, profile: { ...leaving.request.profile, ...(language === undefined ? {} : { sheet_language: language }) } };
    this.problem.replaceChildren();
    try {
      save(await askPlanAs(type, request, texts.language.code), name);
      announce(texts.say("conversation.plan.saved", { name }));
    } catch (error) {
      const box = makeProblem(texts, error);
      this.problem.replaceChildren(box);
      box.focus();
    }
  }

  private makeLanguage(): HTMLElement {
    const { texts, session } = this.desk;
    const current = session.talk.profile.sheet_language ?? (texts.language.code === "nl" ? "nl" : "en");
    const input = makeSheetLanguageChoice(current, (code) => session.change(({ profile }) => { profile.sheet_language = code; }));
    return makeField({ id: "sheet-language", label: texts.say("conversation.plan.sheet_language"), input });
  }

  private makeMessage(name: (typeof kMessages)[number]): HTMLElement {
    const { texts } = this.desk;
    const area = makeTextarea("", { rows: name === "sms" ? 5 : 10 });
    this.areas.set(name, area);
    const button = makeButton("secondary-action", texts.say("conversation.plan.copy"), () => void this.copy(area));
    button.append(make("span", { class: "unseen" }, `: ${texts.say(`conversation.plan.message.${name}`)}`));
    const field = makeField({ id: `message-${name}`, label: texts.say(`conversation.plan.message.${name}`), input: area });
    field.append(button);
    return field;
  }

  /** To the clipboard; where the browser keeps that shut, the text is selected for the person's own keys. */
  private async copy(area: HTMLTextAreaElement): Promise<void> {
    const { texts } = this.desk;
    try {
      await navigator.clipboard.writeText(area.value);
      announce(texts.say("conversation.plan.copied"));
    } catch {
      area.select();
      announce(texts.say("conversation.plan.copy_by_hand"));
    }
  }
}
