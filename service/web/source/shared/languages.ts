// Which languages are there: of the pages, and of the sheet that a person takes home?

export interface Language {
  code: string;
  name: string; // in that language itself
  direction: "ltr" | "rtl";
  formats?: string; // BCP 47, in which days are written; absent: as the code
}

/** Of the build: one for each file of texts, and one for each file of a sheet's sentences; Dutch first. */
declare const kLanguages: Language[];
declare const kSheetLanguages: Language[];

export function languages(): readonly Language[] {
  return kLanguages;
}

export function sheetLanguages(): readonly Language[] {
  return kSheetLanguages;
}
