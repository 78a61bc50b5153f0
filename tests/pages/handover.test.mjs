// Does a nurse find the patient filled in by a link from the record, with nothing of them in the address?
import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { expectOpenToAll } from "./access.mjs";
import { openKring, openPage } from "./browser.mjs";

const kForms = {
  wide: {},
  narrow: { viewport: { width: 360, height: 740 } },
  contrast: { forcedColors: "active", viewport: { width: 360, height: 740 } },
};
const kPatient = {
  person: { postcode: "6822", age: 45 }, date: "2026-12-01", sheet_language: "pl",
  practical: { travel: [{ mode: "bicycle", max_minutes: 30 }] },
  needs: [{ concept: "peer_group" }, { text: "biljarten" }],
};
const kSay = {
  nl: { postcode: "Postcode", age: "Leeftijd", from: "Vanaf", bicycle: "Fiets", walk: "Lopend", peers: "Lotgenotencontact", send: "Zoek adressen",
    taken: "Dit komt uit het dossier. Kijk het na.", gone: "Deze link is al gebruikt, te oud of onbekend", clear: "Volgende patiënt" },
  en: { postcode: "Postcode", age: "Age", from: "From", bicycle: "Bicycle", walk: "On foot", peers: "Peer support group", send: "Find addresses",
    taken: "This comes from the record. Check it.", gone: "This link was used already, is too old or is not known", clear: "Next patient" },
};

let kring;
before(async () => { kring = await openKring(); });
after(() => kring.close());

/** The link to the page, as a record system gets it. */
async function handOver(patient = kPatient) {
  const answer = await fetch(`${kring.address}/v1/handovers`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(patient) });
  assert.equal(answer.status, 201);
  assert.equal(answer.headers.get("cache-control"), "no-store");
  return (await answer.json()).link;
}

function inLanguage(link, language) {
  return link.replace("#", `?taal=${language}#`);
}

async function expectPatient(page, say) {
  await page.getByText(say.taken).first().waitFor();
  assert.equal(await page.getByLabel(say.postcode).inputValue(), "6822");
  assert.equal(await page.getByRole("textbox", { name: say.age }).inputValue(), "45");
  assert.equal(await page.locator("#nurse-from").inputValue(), "2026-12-01");
  assert.equal(await page.locator('input[value="bicycle"]').isChecked(), true);
  assert.equal(await page.locator('input[value="walk"]').isChecked(), false);
  assert.deepEqual(await page.locator('.pick[aria-pressed="true"]').allTextContents(), ["“biljarten”", say.peers]);
}

for (const language of ["nl", "en"]) {
  for (const [form, options] of Object.entries(kForms)) {
    test(`the patient is filled in, and open to everyone: ${language}, ${form}`, async () => {
      const { page, faults } = await openPage(kring, inLanguage(await handOver(), language), options);
      await expectPatient(page, kSay[language]);
      await expectOpenToAll(page, `handover-${language}-${form}`);
      assert.deepEqual(faults, []);
      await page.context().close();
    });
  }
}

test("from the link to the sheet by keyboard alone, in the language that was handed over", async () => {
  const { page, faults } = await openPage(kring, await handOver());
  await page.getByText(kSay.nl.taken).first().waitFor();
  await page.getByRole("button", { name: kSay.nl.send }).focus();
  await page.keyboard.press("Enter");
  await page.locator(".lead").first().waitFor();
  await page.frameLocator(".sheet-frame").locator("html[lang=pl]").waitFor();
  await page.getByRole("button", { name: kSay.nl.clear }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.getByLabel("Postcode").inputValue(), "");
  assert.equal(await page.getByText(kSay.nl.taken).count(), 0);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("neither token nor patient stands in the address, in what is asked or in what the browser keeps", async () => {
  const link = await handOver();
  const { page } = await openPage(kring, "/zoeken");
  const asked = [];
  page.on("request", (request) => asked.push(request.url().replace(/#.*/, "")));
  await page.goto(kring.address + link);
  await page.getByText(kSay.nl.taken).first().waitFor();
  assert.equal(new URL(page.url()).hash, "");
  const token = link.split("=")[1];
  assert.ok(asked.length > 3 && asked.every((address) => !address.includes(token) && !address.includes("6822")));
  const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie, history.state]));
  assert.doesNotMatch(kept, new RegExp(`6822|peer_group|${token}`));
  await page.context().close();
});

for (const language of ["nl", "en"]) {
  test(`a link that was used opens an empty form and says why: ${language}`, async () => {
    const link = inLanguage(await handOver(), language);
    const first = await openPage(kring, link);
    await expectPatient(first.page, kSay[language]);
    await first.page.context().close();
    const { page } = await openPage(kring, link, kForms.narrow);
    await page.getByText(kSay[language].gone).waitFor();
    await page.getByLabel(kSay[language].postcode).waitFor();
    assert.equal(await page.getByLabel(kSay[language].postcode).inputValue(), "");
    await expectOpenToAll(page, `handover-gone-${language}`);
    await page.context().close();
  });
}

test("another link in the same tab brings another patient, and nothing of the one before", async () => {
  const { page } = await openPage(kring, await handOver());
  await page.getByText(kSay.nl.taken).first().waitFor();
  await page.getByRole("button", { name: kSay.nl.send }).click();
  await page.locator(".lead").first().waitFor();
  const next = await handOver({ person: { age: 70 } });
  await page.evaluate((hash) => { location.hash = hash; }, next.split("#")[1]);
  await page.waitForFunction(() => document.querySelector("#nurse-age")?.value === "70");
  assert.equal(await page.getByLabel("Postcode").inputValue(), "");
  assert.equal(await page.locator('.pick[aria-pressed="true"]').count(), 0);
  assert.equal(await page.locator(".lead").count(), 0);
  await page.context().close();
});

test("a change of language keeps the patient", async () => {
  const { page } = await openPage(kring, await handOver());
  await page.getByText(kSay.nl.taken).first().waitFor();
  await page.getByRole("button", { name: "English" }).click();
  assert.equal(await page.getByRole("textbox", { name: "Age" }).inputValue(), "45");
  await page.getByText(kSay.en.taken).first().waitFor();
  await page.context().close();
});
