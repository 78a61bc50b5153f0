// How does a test come to an answer? As anyone does who first wants to see how it works.
import { expectOpenToAll, expectReflow } from "./access.mjs";
import { openPage } from "./browser.mjs";
import { goToStep } from "./trail.mjs";

const kStep = { nl: "Wat Kring vond", en: "What Kring found" };
const kTry = { nl: "Probeer met een bedacht persoon", en: "Try with an invented person" };

/** The forms in which each state is looked at, and under which name its picture is kept. */
export const kForms = {
  wide: {},
  narrow: { viewport: { width: 360, height: 740 } },
  contrast: { viewport: { width: 1280, height: 900 }, forcedColors: "active" },
  "narrow-contrast": { viewport: { width: 360, height: 740 }, forcedColors: "active" },
};

/** The step "result" with nothing told yet: {page, faults}. */
export async function openResult(kring, language = "nl", options = {}) {
  const opened = await openPage(kring, `/gesprek?taal=${language}`, options);
  await goToStep(opened.page, kStep[language]);
  return opened;
}

/** The answer for the invented person, and the bodies of all requests for matches since: {page, faults, asked}. */
export async function openAnswer(kring, language = "nl", options = {}) {
  const opened = await openResult(kring, language, options);
  const asked = [];
  opened.page.on("request", (request) => {
    if (request.url().includes("/v1/matches")) asked.push(request.postDataJSON());
  });
  await opened.page.getByRole("button", { name: kTry[language] }).click();
  await opened.page.locator(".portfolio .match").first().waitFor();
  return { ...opened, asked };
}

/** Lets each request for matches ask for another person: the profile is what `change` makes of it. */
export async function askForAnother(page, change) {
  await page.route("**/v1/matches*", async (route) => {
    const profile = route.request().postDataJSON();
    change(profile);
    await route.continue({ postData: JSON.stringify(profile) });
  });
}

/** Asserts that everyone can use the page as it stands, at its width and at 320 px, and keeps its picture. */
export async function expectOpenAtAnyWidth(page, what) {
  await expectOpenToAll(page, what);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: size.height });
  await expectReflow(page, `${what} at 320 px`);
  await page.setViewportSize(size);
}
