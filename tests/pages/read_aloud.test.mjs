// Does the page read aloud what it shows, and nothing else, by a voice of the own machine?
import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { expectOpenToAll } from "./access.mjs";
import { kForms, openAnswer } from "./invented.mjs";
import { openKring, openPage } from "./browser.mjs";
import { goToStep } from "./trail.mjs";

const kStart = { nl: "Lees voor", en: "Read aloud" };
const kStop = { nl: "Stop met voorlezen", en: "Stop reading" };

let kring;
before(async () => { kring = await openKring(); });
after(() => kring.close());

/** Stands in for the browser's speech: keeps what is said in `said`, and ends a piece when `breathe()` is called. */
function mimicSpeech(voices) {
  globalThis.said = [];
  let speaking = null;
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (utterance) => {
      speaking = utterance;
      globalThis.said.push({ text: utterance.text, lang: utterance.lang, voice: utterance.voice.name });
    },
    cancel: () => { speaking = null; },
  });
  globalThis.breathe = () => {
    const ended = speaking;
    speaking = null;
    ended?.dispatchEvent(new Event("end"));
    return speaking !== null;
  };
  globalThis.learnVoices = (more) => {
    voices.push(...more);
    speech.dispatchEvent(new Event("voiceschanged"));
  };
  globalThis.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) {
      super();
      this.text = text;
    }
  };
  Object.defineProperty(globalThis, "speechSynthesis", { value: speech });
}

const kDutch = { name: "Dutch here", lang: "nl-NL", localService: true };
const kEnglish = { name: "English here", lang: "en_GB", localService: true };
const kFar = { name: "Dutch elsewhere", lang: "nl-NL", localService: false };

/** The service, and a browser that has these voices on each page. */
function withVoices(...voices) {
  const newContext = async (options) => {
    const context = await kring.browser.newContext(options);
    await context.addInitScript(mimicSpeech, voices);
    return context;
  };
  return { ...kring, browser: { newContext } };
}

/** Lets the voice finish: all it said. */
async function listen(page) {
  return page.evaluate(() => {
    while (globalThis.breathe());
    return globalThis.said;
  });
}

async function goTo(page, step) {
  await goToStep(page, step);
  await page.getByRole("heading", { level: 1, name: step }).waitFor();
}

test("a step is read from its heading on, in the page's language, in both languages and all forms", async () => {
  for (const language of ["nl", "en"]) {
    for (const [form, options] of Object.entries(kForms)) {
      const { page, faults } = await openPage(withVoices(kFar, kEnglish, kDutch), `/gesprek?taal=${language}`, options);
      await page.getByRole("button", { name: kStart[language] }).click();
      await page.getByRole("button", { name: kStop[language] }).waitFor();
      await expectOpenToAll(page, `read-aloud-${language}-${form}`);
      const said = await listen(page);
      assert.equal(said[0].text, language === "nl" ? "Begin" : "Beginning");
      assert.ok(said.some(({ text }) => text === (language === "nl" ? "Alleen" : "On my own")));
      assert.ok(said.every(({ voice }) => voice === (language === "nl" ? kDutch : kEnglish).name), "no voice from elsewhere");
      await page.getByRole("button", { name: kStart[language] }).waitFor();
      assert.deepEqual(faults, []);
      await page.context().close();
    }
  }
});

test("by keyboard: it begins, stops at once, and begins again from the start", async () => {
  const { page } = await openPage(withVoices(kDutch), "/gesprek");
  await page.getByRole("button", { name: kStart.nl }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => globalThis.breathe()), true);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => globalThis.breathe()), false);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), kStart.nl);
  await page.keyboard.press("Space");
  assert.deepEqual((await page.evaluate(() => globalThis.said)).map(({ text }) => text).at(-1), "Begin");
  await page.context().close();
});

test("where there is no voice of the own machine there is no button; a voice that comes later brings it", async () => {
  for (const voices of [[], [kFar], [kEnglish]]) {
    const { page } = await openPage(withVoices(...voices), "/gesprek");
    assert.equal(await page.locator(".reader").isVisible(), false);
    await page.evaluate((more) => globalThis.learnVoices(more), [kDutch]);
    assert.equal(await page.locator(".reader").isVisible(), true);
    await page.context().close();
  }
});

test("what is folded away, only for a reader of the screen, or hidden from the person stays unsaid", async () => {
  const { page } = await openPage(withVoices(kDutch), "/gesprek");
  await page.getByLabel("Met een hulpverlener").check();
  await page.locator(".aid summary").click();
  await goTo(page, "Uw netwerk");
  await page.getByRole("button", { name: "Cliënt kijkt mee" }).click();
  await goTo(page, "Begin");
  await page.getByRole("button", { name: kStart.nl }).click();
  const texts = (await listen(page)).map(({ text }) => text);
  assert.ok(texts.includes("Verder met een eerder gesprek"));
  assert.ok(texts.every((text) => !/Hulp voor de hulpverlener|Doel: weten|Kies het bestand|Lees voor|Stop met/.test(text)), texts.join("\n"));
  await goTo(page, "Wat moet passen");
  await page.getByRole("button", { name: kStart.nl }).click();
  const fit = (await listen(page)).map(({ text }) => text);
  assert.ok(fit.some((text) => text.includes("Hoe oud bent u?")));
  assert.ok(fit.every((text) => !text.includes("vermijden")));
  await page.context().close();
});

test("going on, and letting the person look on, end the reading in the middle", async () => {
  const { page } = await openPage(withVoices(kDutch), "/gesprek");
  await page.getByRole("button", { name: kStart.nl }).click();
  await goTo(page, "Uw netwerk");
  assert.equal(await page.evaluate(() => globalThis.breathe()), false);
  await page.getByRole("button", { name: kStart.nl }).click();
  await page.getByRole("button", { name: "Cliënt kijkt mee" }).click();
  assert.equal(await page.evaluate(() => globalThis.breathe()), false);
  await page.getByRole("button", { name: kStart.nl }).waitFor();
  await page.context().close();
});

test("one activity of the answer is read by itself", async () => {
  const { page, faults } = await openAnswer(withVoices(kDutch));
  const card = page.locator(".portfolio .match").first();
  const name = await card.getByRole("heading", { level: 3 }).innerText();
  await card.getByRole("button", { name: `${kStart.nl}: ${name}` }).click();
  await expectOpenToAll(page, "read-aloud-nl-card");
  const said = await listen(page);
  assert.equal(said[0].text, name);
  assert.ok(said.length > 3);
  const others = await page.locator(".match h3").allInnerTexts();
  assert.ok(others.filter((other) => other !== name).every((other) => said.every(({ text }) => text !== other)));
  assert.deepEqual(faults, []);
  await page.context().close();
});
