// Does a talk speak to the person as they wish, and fit whoever is there?
import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { expectOpenToAll } from "./access.mjs";
import { keepPicture, openKring, openPage } from "./browser.mjs";
import { goToStep } from "./trail.mjs";

const kForms = {
  wide: {},
  phone: { viewport: { width: 360, height: 740 } },
  contrast: { forcedColors: "active", viewport: { width: 360, height: 740 } },
};
const kPolite = /(?<!\p{L})(u|uw|uzelf)(?!\p{L})/iu;
const kOwnSteps = ["Terugkijken", "Jouw netwerk", "Wat je wilt", "Wat moet passen", "Wat Kring vond", "Jouw plan", "Afronden"]; // nothing was told: the service says nothing

let kring;
before(async () => { kring = await openKring(); });
after(() => kring.close());

async function goTo(page, step) {
  await goToStep(page, step);
  await page.getByRole("heading", { level: 1, name: step, exact: true }).waitFor();
}

/** Opens all folds, and tells what stands in the step but for what organisations say of themselves. */
async function readStep(page) {
  for (const fold of await page.locator(".step summary:visible").all()) await fold.click();
  await page.locator(".description").evaluateAll((all) => all.forEach((one) => { one.style.display = "none"; }));
  return (await page.locator(".step").innerText()).replace(/‘u’/g, "");
}

test("whoever wants ‘je’ is called so in every step; ‘u’ brings the other back", async () => {
  for (const [form, options] of Object.entries(kForms)) {
    const { page, faults } = await openPage(kring, "/gesprek", options);
    await page.getByLabel("Met iemand die ik goed ken").check();
    await page.getByLabel("Zeg ‘je’ tegen mij").check();
    await page.getByText("Je mag alles overslaan.").waitFor();
    assert.doesNotMatch(await readStep(page), kPolite);
    await expectOpenToAll(page, `manner-nl-${form}-begin`);
    for (const step of form === "wide" ? kOwnSteps : ["Jouw netwerk"]) {
      await goTo(page, step);
      assert.doesNotMatch(await readStep(page), kPolite, step);
    }
    await expectOpenToAll(page, `manner-nl-${form}-last`);
    await goTo(page, "Begin");
    await page.getByLabel("Zeg ‘u’ tegen mij").check();
    await page.getByText("U mag alles overslaan.").waitFor();
    await page.locator(".trail button", { hasText: "Uw netwerk" }).waitFor({ state: "attached" });
    assert.deepEqual(faults, []);
    await page.context().close();
  }
});

test("practice keeps the manner that was chosen", async () => {
  const { page } = await openPage(kring, "/gesprek");
  await page.getByLabel("Zeg ‘je’ tegen mij").check();
  await page.locator("summary", { hasText: "Oefenen" }).click();
  await page.getByRole("button", { name: "Laad het voorbeeld" }).click();
  await page.getByRole("button", { name: /zeker\?/ }).click(); // the choice is not kept in a file yet
  await page.locator(".canvas .circles").waitFor();
  await goTo(page, "Begin");
  assert.equal(await page.getByLabel("Zeg ‘je’ tegen mij").isChecked(), true);
  await page.context().close();
});

test("to whom one says ‘je’ the service says it too: in reasons, questions, plan and files", async () => {
  const { page, faults } = await openPage(kring, "/gesprek");
  await page.getByLabel("Zeg ‘je’ tegen mij").check();
  await goTo(page, "Wat Kring vond");
  await page.getByRole("button", { name: "Probeer met een bedacht persoon" }).click();
  await page.locator(".portfolio .match").first().waitFor();
  const found = await readStep(page);
  assert.match(found, /Vraag /);
  assert.doesNotMatch(found, kPolite);
  await keepPicture(page, "manner-je-result");
  await goTo(page, "Jouw netwerk");
  await page.locator(".insight li").first().waitFor();
  assert.doesNotMatch(await readStep(page), kPolite);
  await goTo(page, "Jouw plan");
  await page.waitForFunction(() => document.querySelector(".plan:not([aria-busy]) .paper") !== null && document.querySelector("#message-record").value !== "");
  await keepPicture(page, "manner-je-plan");
  const fields = await page.locator(".plan textarea, .plan input[type=text]").evaluateAll((inputs) => inputs.map(({ value }) => value).join("\n"));
  for (const text of [await readStep(page), fields]) assert.doesNotMatch(text, kPolite);
  for (const name of ["Zet in je agenda", "Bewaar als webpagina"]) {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    const text = readFileSync(await file.path(), "utf-8").replace(/<style>.*?<\/style>/s, "");
    assert.doesNotMatch(text, kPolite, name);
    assert.match(text, /(?<!\p{L})(je|jij|jouw)(?!\p{L})/iu, name);
  }
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("by keyboard alone: the focus stays on the choice while the words change", async () => {
  const { page } = await openPage(kring, "/gesprek");
  await page.getByLabel("Zeg ‘u’ tegen mij").focus();
  await page.keyboard.press("ArrowDown");
  await page.getByText("Je mag alles overslaan.").waitFor();
  const focused = () => page.evaluate(() => [document.activeElement.value, document.activeElement.checked]);
  await page.waitForFunction(() => document.activeElement.value === "je");
  assert.deepEqual(await focused(), ["je", true]);
  await page.keyboard.press("ArrowUp");
  await page.getByText("U mag alles overslaan.").waitFor();
  await page.waitForFunction(() => document.activeElement.value === "u");
  assert.deepEqual(await focused(), ["u", true]);
  await page.context().close();
});

test("alone no one else is spoken of: no client, no worker, no ‘we’", async () => {
  const { page } = await openPage(kring, "/gesprek");
  await page.getByLabel("Alleen", { exact: true }).check();
  await page.getByText("Waarom doet u dit nu?").waitFor();
  await page.getByLabel("Ik maak een plan voor mijn hulp").check();
  await goTo(page, "Uw netwerk");
  assert.equal(await page.getByRole("button", { name: "kijkt mee" }).isVisible(), false);
  assert.doesNotMatch(await readStep(page), /cliënt/i);
  await goTo(page, "Afronden");
  assert.doesNotMatch(await readStep(page), /(?<!\p{L})(we|cliënt)(?!\p{L})/iu);
  await page.getByLabel("Wanneer kijkt u weer?").waitFor();
  await page.context().close();
});

test("with someone near, whoever looks on is no client", async () => {
  const { page } = await openPage(kring, "/gesprek");
  await page.getByLabel("Met iemand die ik goed ken").check();
  await goTo(page, "Uw netwerk");
  await page.getByRole("button", { name: "Iemand kijkt mee" }).waitFor();
  await page.context().close();
});

test("English speaks in one way, but as it fits who is alone; the wish stays for Dutch", async () => {
  const { page } = await openPage(kring, "/gesprek");
  await page.getByLabel("Zeg ‘je’ tegen mij").check();
  await page.getByLabel("Alleen", { exact: true }).check();
  await page.getByText("Waarom doe je dit nu?").waitFor();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByText("Why do you do this now?").waitFor();
  assert.equal(await page.getByText("How should Dutch texts address you?").count(), 0);
  await expectOpenToAll(page, "manner-en-begin");
  await page.getByRole("button", { name: "Nederlands" }).click();
  await page.getByText("Waarom doe je dit nu?").waitFor();
  await page.context().close();
});

test("the file keeps how someone wants to be called, and nothing else does", async () => {
  const { page } = await openPage(kring, "/gesprek");
  await page.getByLabel("Zeg ‘je’ tegen mij").check();
  await goTo(page, "Afronden");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Bewaar als bestand" }).click()]);
  const text = readFileSync(await download.path(), "utf-8");
  assert.equal(JSON.parse(text).address, "je");
  await page.reload();
  await page.getByText("U mag alles overslaan.").waitFor();
  await page.locator("summary", { hasText: "Verder met een eerder gesprek" }).click();
  await page.locator("input[type=file]").setInputFiles({ name: "een.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Open het bestand" }).click();
  await page.getByText("Wat heb je geprobeerd?").waitFor();
  await page.context().close();
});
