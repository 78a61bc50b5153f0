// Does the drawn map say what the list says, ask nobody for it, and stay open to everyone?
import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { openKring } from "./browser.mjs";
import { askForAnother, expectOpenAtAnyWidth, kForms, openAnswer } from "./invented.mjs";

const kTitle = { nl: "Bekijk de plekken op een kaart", en: "See the places on a map" };

let kring;
before(async () => { kring = await openKring(); });
after(() => kring.close());

for (const [form, options] of Object.entries(kForms)) {
  test(`the map is folded until asked for, and open to everyone: ${form}`, async () => {
    for (const language of options.forcedColors ? ["nl"] : ["nl", "en"]) {
      const { page, faults } = await openAnswer(kring, language, options);
      assert.equal(await page.locator(".map-picture").isVisible(), false);
      await page.locator(".drawn-map summary", { hasText: kTitle[language] }).focus();
      await page.keyboard.press("Enter");
      await page.locator(".map-picture").waitFor();
      await expectOpenAtAnyWidth(page, `drawn-map-${language}-${form}`);
      assert.deepEqual(faults, []);
      await page.context().close();
    }
  });
}

test("list and picture have the same numbers, in the order of the page, and nothing more is asked", async () => {
  const { page, faults, asked } = await openAnswer(kring);
  const before = asked.length;
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.locator(".drawn-map summary").click();
  const entries = await page.locator(".drawn-map li strong").allTextContents();
  assert.ok(entries.length >= 3);
  const shown = await page.locator(".portfolio .match h3, .home .match h3, .others .match h3").allTextContents();
  assert.ok(entries.every((name) => shown.includes(name)));
  const chosen = await page.locator(".portfolio .match h3").allTextContents();
  const first = entries.filter((name) => chosen.includes(name));
  assert.deepEqual(entries.slice(0, first.length), first, "what fits together comes first");
  const marks = await page.locator(".map-picture .mark text").allTextContents();
  const beside = await page.locator(".drawn-map li", { hasText: "Op de kaart staat dit bij nummer" }).count();
  assert.equal(marks.length + beside, entries.length);
  assert.ok(marks.every((mark) => Number.parseInt(mark, 10) >= 1 && Number.parseInt(mark, 10) <= entries.length));
  const outside = await page.locator(".map-picture .mark circle").evaluateAll((circles) => circles.filter((circle) =>
    circle.cx.baseVal.value < 0 || circle.cx.baseVal.value > 360 || circle.cy.baseVal.value < 0 || circle.cy.baseVal.value > 360).length);
  assert.equal(outside, 0);
  assert.deepEqual(requests, []);
  assert.equal(asked.length, before);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("who says not where they live gets no map, and the list as before", async () => {
  const { page } = await openAnswer(kring);
  await askForAnother(page, (profile) => { profile.person = {}; });
  await page.getByRole("button", { name: "English" }).click();
  await page.locator(".drawn-map").waitFor({ state: "detached" });
  await page.locator(".match h3").first().waitFor();
  assert.equal(await page.locator(".drawn-map").count(), 0);
  await page.context().close();
});
