// Is every page light, safe and open to everyone?
import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { expectOpenToAll, expectReflow } from "./access.mjs";
import { keepText, openKring, openPage } from "./browser.mjs";

const kPages = { start: "/", conversation: "/gesprek", nurse: "/ontslag", search: "/zoeken", accessibility: "/toegankelijkheid", privacy: "/privacy" };
const kLanguages = ["nl", "en"];
const kFirstViewBytes = 100_000; // gzip
const kForms = {
  wide: {},
  narrow: { viewport: { width: 320, height: 640 } },
  contrast: { forcedColors: "active", viewport: { width: 360, height: 640 } },
};

let kring;
before(async () => { kring = await openKring(); });
after(() => kring.close());

for (const [name, path] of Object.entries(kPages)) {
  test(`${name}: open to everyone in both languages, wide, narrow and in high contrast`, async () => {
    for (const language of kLanguages) {
      for (const [form, options] of Object.entries(kForms)) {
        const what = `${name}-${language}-${form}`;
        const { page, faults } = await openPage(kring, `${path}?taal=${language}`, options);
        assert.equal(await page.locator("html").getAttribute("lang"), language);
        await expectOpenToAll(page, what);
        assert.deepEqual(faults, [], what);
        await page.context().close();
      }
    }
  });

  test(`${name}: what is shown is valid HTML`, async () => {
    const { page } = await openPage(kring, path);
    const report = await new HtmlValidate({ extends: ["html-validate:standard"] }).validateString(await page.content());
    const found = report.results.flatMap((result) => result.messages).filter((message) => message.severity === 2);
    assert.deepEqual(found.map((message) => `${message.ruleId}: ${message.message} (${message.selector})`), []);
    await page.context().close();
  });

  test(`${name}: the first view is under ${kFirstViewBytes / 1000} kB`, async () => {
    const { page } = await openPage(kring, path);
    const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
    const addresses = [...new Set([kring.address + path, ...loaded])];
    const files = {};
    for (const address of addresses.filter((entry) => !entry.includes("/v1/"))) {
      files[address.slice(kring.address.length)] = gzipSync(Buffer.from(await (await fetch(address)).arrayBuffer())).length;
    }
    const bytes = Object.values(files).reduce((sum, size) => sum + size, 0);
    keepText(`budget-${name}.json`, JSON.stringify({ page: path, gzip_bytes: bytes, at_most: kFirstViewBytes, files }, null, 2));
    assert.ok(bytes < kFirstViewBytes, `${bytes} bytes`);
    await page.context().close();
  });
}

test("the keyboard reaches the content first, then all that can be used, and the focus shows", async () => {
  const { page } = await openPage(kring, "/");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), "#main");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  await page.keyboard.press("Tab");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(outline, "none");
  await page.context().close();
});

test("at 400 % nothing is lost: a window of 1280 by 1024 then has 320 by 256 to show", async () => {
  for (const path of Object.values(kPages)) {
    const { page } = await openPage(kring, path, { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
    await page.waitForLoadState("networkidle"); // what arrives renews the page, its heading too
    await expectReflow(page, path);
    await page.locator("h1").scrollIntoViewIfNeeded();
    assert.ok(await page.locator("h1").isVisible());
    await page.context().close();
  }
});

test("nothing moves for who asked for less motion", async () => {
  const { page } = await openPage(kring, "/gesprek", { reducedMotion: "reduce" });
  const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => {
    const style = getComputedStyle(element);
    return style.animationName !== "none" || (style.transitionDuration !== "0s" && style.transitionProperty !== "none");
  }).map((element) => element.outerHTML.slice(0, 80)));
  assert.deepEqual(moving, []);
  await page.context().close();
});

test("the policy lets nothing inline run", async () => {
  const policy = (await fetch(`${kring.address}/`)).headers.get("content-security-policy");
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe/);
});
