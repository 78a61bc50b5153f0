// How does someone choose the language of the sheet that a person takes home?
import { makeSelect } from "./fields";
import { sheetLanguages } from "./languages";

/** Every language of sheets, each by its own name. */
export function makeSheetLanguageChoice(chosen: string, onChange: (code: string) => void): HTMLSelectElement {
  const choice = makeSelect(sheetLanguages().map(({ code, name }) => [code, name] as const), chosen, onChange);
  for (const option of choice.options) option.lang = option.value;
  return choice;
}
