// How do the tests of the steps that ask open one, and in which forms do they look at it?
import { openPage } from "./browser.mjs";
import { goToStep } from "./trail.mjs";

export const kForms = {
  wide: {},
  narrow: { viewport: { width: 320, height: 640 } },
  phone: { viewport: { width: 360, height: 740 } },
  contrast: { forcedColors: "active", viewport: { width: 360, height: 740 } },
};
/** Other words matter where room is short; contrast and touch are the same in each language. */
export const kShown = [...Object.keys(kForms).map((form) => ["nl", form]), ["en", "wide"], ["en", "narrow"]];

/** The step called `step`, and the profiles that the page asked about, last first: {page, faults, sent}. */
export async function openStep(kring, language, options, step) {
  const { page, faults } = await openPage(kring, `/gesprek?taal=${language}`, options);
  const sent = [];
  page.on("request", (request) => {
    if (request.method() === "POST") sent.unshift(request.postDataJSON());
  });
  await goToStep(page, step);
  return { page, faults, sent };
}
