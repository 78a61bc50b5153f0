// Does the trail of steps take one line where the screen is narrow, and lead anywhere by keyboard?
import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { expectOpenToAll } from "./access.mjs";
import { openKring, openPage } from "./browser.mjs";

const kForms = { phone: { viewport: { width: 360, height: 740 } }, narrow: { viewport: { width: 320, height: 640 } }, contrast: { viewport: { width: 360, height: 740 }, forcedColors: "active" } };
const kWords = { nl: { fold: "Stap 1 van 8: Begin", map: "Uw netwerk", there: "Stap 3 van 8: Uw netwerk" }, en: { fold: "Step 1 of 8: Beginning", map: "Your network", there: "Step 3 of 8: Your network" } };
const kMostHeight = 56; // CSS pixels: one line of text with room to hit it

let kring;
before(async () => { kring = await openKring(); });
after(() => kring.close());

for (const [form, options] of Object.entries(kForms)) {
  test(`on a narrow screen the trail is one line, which folds out by keyboard: ${form}`, async () => {
    for (const [language, words] of Object.entries(kWords)) {
      const { page, faults } = await openPage(kring, `/gesprek?taal=${language}`, options);
      const way = page.getByRole("navigation", { name: /gesprek|conversation/ });
      assert.ok((await way.boundingBox()).height <= kMostHeight);
      const fold = way.getByRole("button", { expanded: false });
      assert.equal(await fold.innerText(), words.fold);
      await fold.focus();
      await page.keyboard.press("Enter");
      assert.equal(await way.getByRole("button", { expanded: true }).innerText(), words.fold);
      assert.equal(await way.getByRole("list").getByRole("button").count(), 8);
      assert.equal(await way.locator("[aria-current=step]").count(), 1);
      await expectOpenToAll(page, `trail-${language}-${form}`);
      for (let press = 0; press < 3; ++press) await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.textContent), words.map);
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
      assert.equal(await way.getByRole("button", { expanded: false }).innerText(), words.there);
      assert.equal(await way.getByRole("list").count(), 0);
      assert.deepEqual(faults, []);
      await page.context().close();
    }
  });
}

test("what was folded out stays so, with the keyboard in it, when more of the page arrives", async () => {
  const { page } = await openPage(kring, "/", kForms.phone);
  let arrive;
  const held = new Promise((resolve) => { arrive = resolve; });
  await page.route("**/v1/concepts*", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${kring.address}/gesprek`);
  await page.locator(".trail-fold").click();
  await page.keyboard.press("Tab");
  const marked = await page.locator(".trail").evaluateHandle((trail) => trail);
  arrive();
  await page.waitForFunction((trail) => !trail.isConnected, marked);
  assert.equal(await page.locator(".trail-fold").getAttribute("aria-expanded"), "true");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Begin");
  await page.context().close();
});

test("Escape folds the trail in, and the keyboard stands on it", async () => {
  const { page } = await openPage(kring, "/gesprek", kForms.phone);
  await page.locator(".trail-fold").click();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".trail-fold").getAttribute("aria-expanded"), "false");
  assert.equal(await page.evaluate(() => document.activeElement.id), "trail-fold");
  assert.equal(await page.locator(".trail").isVisible(), false);
  await page.context().close();
});

test("on a wide screen all steps stand in one line, and nothing folds", async () => {
  const { page } = await openPage(kring, "/gesprek");
  const tops = await page.locator(".trail button").evaluateAll((all) => all.map((step) => step.getBoundingClientRect().top));
  assert.equal(new Set(tops).size, 1);
  assert.equal(await page.locator(".trail-fold").isVisible(), false);
  await page.context().close();
});
