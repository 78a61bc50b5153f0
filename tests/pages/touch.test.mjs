// Can the map be drawn with a finger?
import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { expectOpenToAll } from "./access.mjs";
import { openKring, openPage } from "./browser.mjs";
import { goToStep } from "./trail.mjs";

const kPhone = { hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } };
const kForms = { phone: kPhone, contrast: { ...kPhone, forcedColors: "active" } };
const kWords = {
  nl: { step: "Uw netwerk", put: "Zet op de kaart", inner: "Heel belangrijk", outer: "Minder belangrijk", moved: "Sana staat nu in: Minder belangrijk." },
  en: { step: "Your network", put: "Put on the map", inner: "Very important", outer: "Less important", moved: "Sana is now in: Less important." },
};
const kMoves = 8; // of a finger, from where it is put to where it is lifted

let kring;
before(async () => { kring = await openKring(); });
after(() => kring.close());

/** The map with Sana in its middle, and a finger: {page, faults, finger}. */
async function openMap(language, options) {
  const { page, faults } = await openPage(kring, `/gesprek?taal=${language}`, options);
  await goToStep(page, kWords[language].step);
  await page.locator(".add-contact input[type=text]").fill("Sana");
  await page.getByRole("button", { name: kWords[language].put }).tap();
  await contact(page).scrollIntoViewIfNeeded();
  const devtools = await page.context().newCDPSession(page);
  const finger = (type, ...touchPoints) => devtools.send("Input.dispatchTouchEvent", { type, touchPoints });
  return { page, faults, finger };
}

function contact(page) {
  return page.locator('.canvas [role=button][aria-label^="Sana,"]');
}

async function middleOf(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

/** Moves the finger, that is down at `from`, to `to`. */
async function slide(finger, from, to) {
  for (let move = 1; move <= kMoves; ++move) {
    const part = move / kMoves;
    await finger("touchMove", { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
  }
}

/** A place in the outer circle, below the middle of the map. */
async function outerPlace(page) {
  const { x, y, width, height } = await page.locator(".canvas .circles").boundingBox();
  return { x: x + width / 2, y: y + height * 0.93 };
}

for (const [form, options] of Object.entries(kForms)) {
  test(`a finger drags a contact to another circle, and the page stays: ${form}`, async () => {
    for (const language of ["nl", "en"]) {
      const words = kWords[language];
      const { page, faults, finger } = await openMap(language, options);
      assert.match(await contact(page).getAttribute("aria-label"), new RegExp(words.inner));
      const from = await middleOf(contact(page));
      const to = await outerPlace(page);
      const before = await page.evaluate(() => scrollY);
      await finger("touchStart", from);
      await slide(finger, from, to);
      assert.equal(await page.evaluate(() => scrollY), before);
      assert.equal(await page.locator(".ring-3.aim").count(), 1, "the circle that it would fall in shows");
      await expectOpenToAll(page, `touch-${language}-${form}-dragging`);
      await finger("touchEnd");
      assert.match(await contact(page).getAttribute("aria-label"), new RegExp(words.outer));
      assert.equal(await page.locator("#announcer").innerText(), words.moved);
      await expectOpenToAll(page, `touch-${language}-${form}-dropped`);
      assert.deepEqual(faults, []);
      await page.context().close();
    }
  });
}

test("a finger that is called away leaves the contact where it was", async () => {
  const { page, finger } = await openMap("nl", kPhone);
  const from = await middleOf(contact(page));
  await finger("touchStart", from);
  await slide(finger, from, await outerPlace(page));
  await finger("touchCancel");
  assert.match(await contact(page).getAttribute("aria-label"), /Heel belangrijk/);
  assert.equal(await page.locator(".aim, .dragged").count(), 0);
  const again = await middleOf(contact(page));
  assert.ok(Math.hypot(again.x - from.x, again.y - from.y) < 2);
  await page.context().close();
});

test("a tap asks about the contact, and moves nothing", async () => {
  const { page } = await openMap("nl", kPhone);
  await contact(page).tap();
  await page.getByRole("heading", { name: "Een vraag over Sana" }).waitFor();
  assert.match(await contact(page).getAttribute("aria-label"), /Heel belangrijk/);
  await page.context().close();
});

test("beside the contacts a finger scrolls the page, over the map too", async () => {
  const { page, finger } = await openMap("nl", kPhone);
  const before = await page.evaluate(() => scrollY);
  const { x, y, width, height } = await page.locator(".canvas .circles").boundingBox();
  const from = { x: x + width * 0.2, y: y + height * 0.9 };
  await finger("touchStart", from);
  await slide(finger, from, { x: from.x, y: from.y - 200 });
  await finger("touchEnd");
  await page.waitForFunction((scrolled) => scrollY > scrolled + 50, before);
  assert.match(await contact(page).getAttribute("aria-label"), /Heel belangrijk/);
  await page.context().close();
});
