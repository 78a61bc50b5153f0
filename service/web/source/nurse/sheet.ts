// How does a nurse get the sheet: on paper, as PDF, as text, and in the patient's language?
import type { PlanRequest } from "v1";
import { askPlanAs } from "../shared/api";
import { makeButton } from "../shared/buttons";
import { make } from "../shared/dom";
import { announce } from "../shared/frame";
import { makeProblem } from "../shared/problems";
import { makeSheetLanguageChoice } from "../shared/sheet_language";
import type { Texts } from "../shared/texts";
import { makeSheetFrame, printSheet } from "./sheet_frame";

/** What the sheet works with. */
export interface SheetDesk {
  texts: Texts;
  request: PlanRequest;
  /** Called when another language was chosen. */
  onLanguage: (code: string) => void;
  /** Called when the sheet was printed, kept or copied. */
  onTaken: () => void;
}

function language(desk: SheetDesk): string {
  return desk.texts.language.code === "nl" ? "nl" : "en";
}

function makeLanguages(desk: SheetDesk): HTMLElement {
  const select = makeSheetLanguageChoice(desk.request.profile.sheet_language ?? "nl", desk.onLanguage);
  select.id = "sheet-language";
  return make("div", { class: "sheet-language" },
    make("label", { class: "utrecht-form-label", for: "sheet-language" }, desk.texts.say("nurse.sheet.language")), select);
}

async function keepPdf(desk: SheetDesk): Promise<void> {
  const address = URL.createObjectURL(await askPlanAs("application/pdf", desk.request, language(desk)));
  make("a", { href: address, download: `kring-${desk.request.profile.date ?? ""}.pdf` }).click();
  URL.revokeObjectURL(address);
  desk.onTaken();
}

async function showText(desk: SheetDesk, place: HTMLElement): Promise<void> {
  const text = await (await askPlanAs("text/plain", desk.request, language(desk))).text();
  const area = make("textarea", { class: "utrecht-textarea", id: "sheet-text", readonly: true, rows: 12 });
  area.value = text;
  place.replaceChildren(make("label", { class: "utrecht-form-label", for: "sheet-text" }, desk.texts.say("nurse.sheet.text_label")), area);
  area.focus();
  area.select();
  const isCopied = await navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false;
  announce(desk.texts.say(isCopied ? "nurse.sheet.copied" : "nurse.sheet.selected"));
  desk.onTaken();
}

/** The preview with its buttons. */
export function makeSheet(desk: SheetDesk, html: string): HTMLElement {
  const { texts } = desk;
  const frame = makeSheetFrame(texts.say("nurse.sheet.preview"), html);
  const more = make("div", { class: "sheet-more" });
  const orTell = (work: Promise<void>): void => void work.catch((error: unknown) => more.replaceChildren(makeProblem(texts, error)));
  return make("section", { class: "sheet", "aria-labelledby": "sheet-title" },
    make("h2", { class: "utrecht-heading-2", id: "sheet-title" }, texts.say("nurse.sheet.title")),
    makeLanguages(desk),
    make("div", { class: "nurse-actions" },
      makeButton("primary-action", texts.say("nurse.sheet.print"), () => {
        printSheet(frame);
        desk.onTaken();
      }),
      makeButton("secondary-action", texts.say("nurse.sheet.pdf"), () => orTell(keepPdf(desk))),
      makeButton("secondary-action", texts.say("nurse.sheet.text"), () => orTell(showText(desk, more)))),
    more, frame);
}
