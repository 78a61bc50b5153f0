// How long does a practised user take? A keystroke-level model (Card, Moran and Newell): each key, each pointing with its click,
// and each decision before one, while the pages are walked for real.
import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { keepText, openKring, openPage } from "./browser.mjs";

const kKey = 0.3; // seconds, as the next two
const kPointing = 1.1;
const kDecision = 1.35;
const kMostForPlan = 5 * 60;
const kMostForSheet = 2 * 60;
const kPeople = [["moeder", 1], ["Sana", 1], ["broer Jip", 2], ["buurvrouw", 2], ["oom Ed", 3], ["Bo", 3]];
const kAnswersEach = 2; // questions about each of them

let kring;
before(async () => { kring = await openKring(); });
after(() => kring.close());

/** Does what a user does, and counts it. */
class Hand {
  keys = 0;
  pointings = 0;
  decisions = 0;

  constructor(page) {
    this.page = page;
  }

  /** Decides where to go, points and clicks. */
  async click(target) {
    this.decisions += 1;
    this.pointings += 1;
    await target.click();
  }

  /** Points into a field and types. */
  async type(field, text) {
    await this.click(field);
    await this.press(text);
  }

  /** Types where the keyboard is. */
  async press(text) {
    this.keys += text.length;
    await this.page.keyboard.type(text);
  }

  /** Answers the map's question, or passes over one that has no choices. */
  async answer() {
    const choice = this.page.locator(".map-question .tick:has([type=radio])");
    const skip = this.page.locator(".map-question").getByRole("button", { name: "Weet ik niet / sla over" });
    await choice.or(skip).first().waitFor();
    await this.click(await choice.count() > 0 ? choice.first() : skip);
  }

  get seconds() {
    return this.keys * kKey + this.pointings * kPointing + this.decisions * kDecision;
  }

  /** Says and keeps what was counted, and asserts that it is below `most` seconds. */
  tell(what, most) {
    const counts = `${this.keys} keys, ${this.pointings} pointings, ${this.decisions} decisions`;
    console.log(`effort: ${what}: ${this.seconds.toFixed(0)} s (${counts})`);
    keepText(`effort-${what}.json`, JSON.stringify({
      way: what, seconds: Math.round(this.seconds), at_most: most, keys: this.keys, pointings: this.pointings, decisions: this.decisions,
      seconds_each: { key: kKey, pointing: kPointing, decision: kDecision },
    }, null, 2));
    assert.ok(this.seconds < most, `${this.seconds} s`);
  }
}

test("from an empty page over a map of six contacts to a plan", async () => {
  const { page, faults } = await openPage(kring, "/gesprek", { viewport: { width: 1280, height: 1300 } });
  const hand = new Hand(page);
  const trail = page.locator(".trail");
  await hand.click(trail.getByRole("button", { name: "Uw netwerk" }));
  for (const [name, circle] of kPeople) {
    await hand.type(page.locator(".add-contact").getByLabel("Naam", { exact: true }), name);
    await hand.click(page.locator(".add-contact .tick").nth(circle - 1));
    await hand.click(page.getByRole("button", { name: "Zet op de kaart" }));
  }
  for (let count = 0; count < kPeople.length * kAnswersEach; ++count) {
    await hand.answer();
  }
  await hand.click(trail.getByRole("button", { name: "Wat u wilt" }));
  await hand.click(page.locator("#theme-meet"));
  await hand.click(page.locator("#concept-meet_coffee"));
  await hand.type(page.locator("#own-words"), "weer eens biljarten");
  await hand.click(trail.getByRole("button", { name: "Wat moet passen" }));
  await hand.type(page.locator("#age"), "28");
  await hand.type(page.locator("#postcode"), "6822");
  await hand.click(trail.getByRole("button", { name: "Wat Kring vond" }));
  for (const place of [0, 1]) await hand.click(page.locator(".portfolio .choose").nth(place));
  await hand.click(page.getByRole("button", { name: "Naar uw plan" }));
  await page.locator(".plan .paper").waitFor();
  hand.tell("map of six contacts to plan", kMostForPlan);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("from the nurse's empty page to the sheet", async () => {
  const { page, faults } = await openPage(kring, "/ontslag");
  const hand = new Hand(page);
  await hand.type(page.getByLabel("Postcode"), "6822");
  await hand.type(page.getByRole("textbox", { name: "Leeftijd" }), "45");
  await hand.click(page.getByText("Fiets", { exact: true }).first());
  await hand.click(page.getByRole("button", { name: "Lotgenotencontact" }));
  await hand.click(page.getByRole("button", { name: "Koffieochtend" }));
  await hand.click(page.getByRole("button", { name: "Zoek adressen" }));
  await page.frameLocator(".sheet-frame").locator("h1").waitFor();
  hand.tell("nurse opens to sheet", kMostForSheet);
  assert.deepEqual(faults, []);
  await page.context().close();
});
