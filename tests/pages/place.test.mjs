// Does the name of a place do where a postcode is asked, for the nurse and in the conversation?
import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { expectOpenToAll } from "./access.mjs";
import { openStep } from "./asking.mjs";
import { openKring, openPage } from "./browser.mjs";

const kForms = {
  wide: {},
  narrow: { viewport: { width: 320, height: 640 } },
  contrast: { forcedColors: "active", viewport: { width: 360, height: 740 } },
};
const kSay = {
  nl: { label: "Postcode of plaats", middle: "Kring rekent vanaf het midden van Malden, postcode 6581.", which: "Welke plaats bedoelt u?", send: "Zoek adressen",
    alike: "Bedoelt u een van deze plaatsen?", unknown: "Kring kent deze plaats niet. Vul de postcode in.", step: "Wat moet passen" },
  en: { label: "Postcode or place", middle: "Kring reckons from the middle of Malden, postcode 6581.", which: "Which place do you mean?", send: "Find addresses",
    alike: "Do you mean one of these places?", unknown: "Kring does not know this place. Fill in the postcode.", step: "What must fit" },
};

let kring;
before(async () => { kring = await openKring(); });
after(() => kring.close());

function listenForProfiles(page) {
  const sent = [];
  page.on("request", (request) => {
    if (request.url().includes("/v1/matches")) sent.push(request.postDataJSON());
  });
  return sent;
}

test("a nurse types a place and gets leads from its middle, by keyboard alone", async () => {
  for (const language of ["nl", "en"]) {
    const { page, faults } = await openPage(kring, `/ontslag?taal=${language}`);
    const sent = listenForProfiles(page);
    await page.getByLabel(kSay[language].label).focus();
    await page.keyboard.type("malden");
    await page.keyboard.press("Enter");
    await page.locator(".lead").first().waitFor();
    await page.locator(".place-help", { hasText: kSay[language].middle }).waitFor();
    assert.equal(sent.at(-1).person.postcode, "6581");
    assert.deepEqual(faults, []);
    await page.context().close();
  }
});

for (const [form, options] of Object.entries(kForms)) {
  test(`of several places of one name one is chosen, open to everyone: ${form}`, async () => {
    for (const language of ["nl", "en"]) {
      const { page, faults } = await openPage(kring, `/ontslag?taal=${language}`, options);
      const sent = listenForProfiles(page);
      await page.getByLabel(kSay[language].label).fill("Beek");
      await page.getByRole("button", { name: kSay[language].send }).click();
      const choices = page.getByRole("group", { name: kSay[language].which });
      await choices.waitFor();
      assert.deepEqual(await choices.getByRole("button").allTextContents(), ["Beek (Berg en Dal)", "Beek (Montferland)"]);
      assert.equal(sent.length, 0, "nothing is asked before it is clear where");
      await expectOpenToAll(page, `place-choice-${language}-${form}`);
      await choices.getByRole("button", { name: "Beek (Montferland)" }).click();
      await page.getByText("7037").first().waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.id), "nurse-postcode");
      assert.equal(await page.getByLabel(kSay[language].label).inputValue(), "Beek (Montferland)");
      await page.getByRole("button", { name: kSay[language].send }).click();
      await page.locator(".lead").first().waitFor();
      assert.equal(sent.at(-1).person.postcode, "7037");
      await expectOpenToAll(page, `place-chosen-${language}-${form}`);
      assert.deepEqual(faults, []);
      await page.context().close();
    }
  });
}

test("what is not known is said, what is begun or joined is offered, and no address tells it", async () => {
  const { page, faults } = await openPage(kring, "/ontslag");
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const field = page.getByLabel(kSay.nl.label);
  await field.fill("Atlantis");
  await field.blur();
  await page.getByText(kSay.nl.unknown).first().waitFor();
  await page.getByRole("button", { name: kSay.nl.send }).click();
  await page.locator("#nurse-postcode[aria-invalid=true]").waitFor();
  await field.fill("Beek-Ubbergen");
  await field.blur();
  await page.getByRole("group", { name: kSay.nl.alike }).getByRole("button", { name: "Beek (Berg en Dal)" }).waitFor();
  await field.fill("Mald");
  await field.blur();
  await page.getByRole("group", { name: kSay.nl.alike }).getByRole("button", { name: "Malden" }).click();
  await page.locator(".place-help", { hasText: "6581" }).waitFor();
  assert.ok(asked.some((address) => address.endsWith("/v1/places")));
  assert.ok(asked.every((address) => !/Beek|Mald|Atlantis/.test(address)));
  assert.deepEqual(faults, []);
  await page.context().close();
});

for (const language of ["nl", "en"]) {
  test(`in the conversation a place becomes its postcode: ${language}`, async () => {
    const { page, faults, sent } = await openStep(kring, language, kForms.narrow, kSay[language].step);
    await page.locator("#postcode").fill("Malden");
    await page.keyboard.press("Tab");
    await page.locator(".place-help", { hasText: kSay[language].middle }).waitFor();
    for (let tries = 0; tries < 50 && sent[0]?.person?.postcode !== "6581"; ++tries) await page.waitForTimeout(100);
    assert.equal(sent[0].person.postcode, "6581");
    await page.locator("#postcode").fill("Beek");
    await page.keyboard.press("Tab");
    await page.getByRole("group", { name: kSay[language].which }).waitFor();
    await expectOpenToAll(page, `place-conversation-${language}`);
    await page.getByRole("button", { name: "Beek (Berg en Dal)" }).click();
    await page.locator(".place-help", { hasText: "6573" }).waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });
}

for (const [where, path, id, below] of [["nurse", "/ontslag", "nurse-postcode", ".nurse-form .pick"], ["conversation", null, "postcode", "#question-travel input"]]) {
  test(`a click beside the name of a place hits what it was aimed at: ${where}`, async () => {
    const { page } = path === null ? await openStep(kring, "nl", kForms.wide, kSay.nl.step) : await openPage(kring, path);
    await page.locator(`#${id}`).pressSequentially("Malden", { delay: 40 });
    await page.locator(".place-help", { hasText: kSay.nl.middle }).waitFor();
    const target = page.locator(below).first();
    await target.scrollIntoViewIfNeeded();
    const before = await target.boundingBox();
    await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
    await page.mouse.down();
    await page.waitForTimeout(110);
    await page.mouse.up();
    await page.waitForTimeout(300);
    const after = await target.boundingBox();
    assert.ok(Math.abs(after.y - before.y) < 2, `moved from ${before.y} to ${after.y}`);
    assert.ok(await target.evaluate((hit) => hit.matches("[aria-pressed=true], :checked")), "the press is a click");
    await page.context().close();
  });
}
