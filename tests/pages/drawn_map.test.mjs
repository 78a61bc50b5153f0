// Does the drawn map say what the list says, ask nobody for it, and stay open to everyone?
import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { openKring } from "./browser.mjs";
import { askForAnother, expectOpenAtAnyWidth, kForms, openAnswer } from "./invented.mjs";

const kPixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");
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

/** An answer of `kring` with its map unfolded, and the paths of the tiles that were asked for: {page, faults, asked, tiles}. */
async function openTiles(kring, options) {
  const opened = await openAnswer(kring, "nl", options);
  const tiles = [];
  opened.page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/tiles/")) tiles.push(pathname);
  });
  await opened.page.locator(".drawn-map summary").click();
  await opened.page.waitForLoadState("networkidle");
  return { ...opened, tiles };
}

/** Where each tile lies in the picture: {path: {x, y, width, height}}. */
function placeTiles(page) {
  return page.locator(".map-picture image").evaluateAll((images) => Object.fromEntries(images.map((image) =>
    [image.getAttribute("href"), Object.fromEntries(["x", "y", "width", "height"].map((name) => [name, image[name].baseVal.value]))])));
}

/** The column and row of a place in Web Mercator, in tiles. */
function toTile({ longitude, latitude }, zoom) {
  const radians = latitude * Math.PI / 180;
  return [(longitude + 180) / 360 * 2 ** zoom, (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2 * 2 ** zoom];
}

test("an organisation's own map lies under the places, comes from the service alone, and the list stays", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kring-tiles-"));
  const putTile = (path) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, kPixel);
  };
  putTile("0/0/0.png"); // a folder without any tile is refused
  const own = await openKring({ makeConfig: () => `[tiles]\nfolder = "${folder}"\ncredit = "Kaart van Hoogwater"\n` });
  try {
    const without = await openTiles(own);
    assert.ok(without.tiles.length >= 4);
    assert.equal(await without.page.locator(".map-picture image").count(), 0, "tiles that lack leave the map as it was");
    for (const path of without.tiles) putTile(path.slice("/tiles/".length));
    const { page, faults, asked, tiles } = await openTiles(own, kForms.narrow);
    assert.deepEqual(tiles, without.tiles);
    const placed = await placeTiles(page);
    assert.deepEqual(Object.keys(placed), tiles);
    const boxes = Object.values(placed);
    assert.ok(Math.min(...boxes.map(({ x }) => x)) <= 0 && Math.max(...boxes.map(({ x, width }) => x + width)) >= 360, "they fill the picture");
    assert.ok(Math.min(...boxes.map(({ y }) => y)) <= 0 && Math.max(...boxes.map(({ y, height }) => y + height)) >= 360);
    const { home } = await (await fetch(`${own.address}/v1/matches`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(asked[0]) })).json();
    const zoom = Number(tiles[0].split("/")[2]);
    const [column, row] = toTile(home, zoom);
    const box = placed[`/tiles/${zoom}/${Math.floor(column)}/${Math.floor(row)}.png`];
    assert.ok(Math.abs(box.x + (column % 1) * box.width - 180) < 0.5 && Math.abs(box.y + (row % 1) * box.height - 180) < 0.5, "home lies where it is");
    await page.getByText("Kaart van Hoogwater").waitFor();
    assert.ok(await page.locator(".drawn-map li").count() >= 3);
    await expectOpenAtAnyWidth(page, "drawn-map-tiles");
    assert.deepEqual(faults, []);
  } finally {
    await own.close();
    rmSync(folder, { recursive: true });
  }
});
