// Does an organisation's own theme reach every page, and leave it open to everyone?
import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { expectOpenToAll } from "./access.mjs";
import { openKring, openPage } from "./browser.mjs";

const kTheme = fileURLToPath(new URL("../../service/web/themes/hoogwater", import.meta.url));
const kPages = { start: "/", conversation: "/gesprek", nurse: "/ontslag", search: "/zoeken", privacy: "/privacy" };
const kForms = {
  wide: {},
  narrow: { viewport: { width: 320, height: 640 } },
  contrast: { forcedColors: "active", viewport: { width: 360, height: 640 } },
};
const kDeep = "rgb(0, 63, 122)";
const kBlue = "rgb(0, 83, 159)";

let kring;
before(async () => { kring = await openKring({ options: ["--theme", kTheme] }); });
after(() => kring.close());

function colour(locator, property) {
  return locator.evaluate((element, name) => getComputedStyle(element)[name], property);
}

for (const [name, path] of Object.entries(kPages)) {
  test(`${name}: wears the theme and stays open to everyone`, async () => {
    for (const [form, options] of Object.entries(kForms)) {
      for (const language of ["nl", "en"]) {
        const what = `theme-${name}-${language}-${form}`;
        const { page, faults } = await openPage(kring, `${path}?taal=${language}`, options);
        await page.locator(".brand", { hasText: "Gemeente Hoogwater" }).waitFor();
        if (form !== "contrast") {
          assert.equal(await colour(page.locator(".page-header"), "backgroundColor"), kDeep, what);
          assert.equal(await colour(page.locator("h1").first(), "color"), kDeep, what);
        }
        await expectOpenToAll(page, what);
        assert.deepEqual(faults, [], what);
        await page.context().close();
      }
    }
  });
}

test("buttons and what the pages mark take the theme's colour, and the logo is shown", async () => {
  const { page, faults } = await openPage(kring, "/ontslag");
  assert.equal(await colour(page.locator(".utrecht-button--primary-action").first(), "backgroundColor"), kBlue);
  assert.ok(await page.locator(".brand-logo").evaluate((logo) => logo.complete && logo.naturalWidth > 0));
  await page.getByRole("button", { name: "Zoek adressen" }).click();
  assert.equal(await colour(page.locator(".field:has(> .field-fault:not(:empty))").first(), "borderInlineStartColor"), kBlue);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("the page of an activity, which the service writes, wears it too", async () => {
  const { contents } = await (await fetch(`${kring.address}/v1/activities?q=koffie`)).json();
  const { page, faults } = await openPage(kring, `/activiteiten/${contents[0].activity.id}`);
  assert.equal((await page.locator(".brand").textContent()).trim(), "Gemeente Hoogwater Kring");
  assert.equal(await colour(page.locator("h1"), "color"), kDeep);
  await expectOpenToAll(page, "theme-activity");
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("an address where nothing is gives a page that wears it too", async () => {
  for (const [locale, title] of [["nl-NL", "Niet gevonden"], ["en-GB", "Not Found"]]) {
    const { page } = await openPage(kring, "/nergens", { locale });
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    assert.equal((await page.locator(".brand").textContent()).trim(), "Gemeente Hoogwater Kring");
    assert.equal(await colour(page.locator("h1"), "color"), kDeep);
    await expectOpenToAll(page, `theme-nowhere-${locale}`);
    await page.context().close();
  }
});

test("the keyboard sees its focus on the theme's header", async () => {
  const { page } = await openPage(kring, "/");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "brand");
  assert.equal(await page.evaluate(() => getComputedStyle(document.activeElement).outlineColor), "rgb(255, 255, 255)");
  await page.context().close();
});

test("a theme that is not there stops the service before it starts, and says why", () => {
  const { status, stderr } = spawnSync(process.env.KRING, ["serve", "--theme", "/nowhere", "--check-config"], { encoding: "utf-8" });
  assert.equal(status, 1);
  assert.match(stderr, /--theme: \/nowhere is not there/);
});
