// Does the page of one activity tell all, to everyone, with and without script?
import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { expectOpenToAll } from "./access.mjs";
import { openKring, openPage } from "./browser.mjs";

const kForms = {
  wide: {},
  narrow: { viewport: { width: 320, height: 640 } },
  contrast: { forcedColors: "active", viewport: { width: 360, height: 740 } },
};

let kring;
let planned; // an activity with dates, a phone and an e-mail address
before(async () => {
  kring = await openKring();
  const found = await (await fetch(`${kring.address}/v1/activities?q=koffie+in+nijmegen`)).json();
  planned = found.contents.find((hit) => hit.next_sessions.length > 0 && hit.activity.phone && hit.activity.email).activity;
});
after(() => kring.close());

for (const [form, options] of Object.entries(kForms)) {
  test(`an activity's page is open to everyone: ${form}`, async () => {
    for (const language of ["nl", "en"]) {
      const what = `activity-${language}-${form}`;
      const { page, faults } = await openPage(kring, `/activiteiten/${planned.id}?taal=${language}`, options);
      assert.equal(await page.locator("html").getAttribute("lang"), language);
      await page.getByRole("heading", { level: 1, name: planned.name }).waitFor();
      await expectOpenToAll(page, what);
      assert.deepEqual(faults, [], what);
      await page.context().close();
    }
  });
}

test("no word of a name is broken on a phone", async () => {
  const { contents } = await (await fetch(`${kring.address}/v1/activities?q=formulieren&perPage=50`)).json();
  const { id } = contents.map(({ activity }) => activity).find(({ name }) => name.startsWith("Formulierenbrigade"));
  const { page } = await openPage(kring, `/activiteiten/${id}?taal=nl`, { viewport: { width: 360, height: 740 } });
  const lines = await page.locator("h1").evaluate((heading) => {
    const word = document.createRange();
    word.setStart(heading.firstChild, 0);
    word.setEnd(heading.firstChild, "Formulierenbrigade".length);
    return word.getClientRects().length;
  });
  assert.equal(lines, 1);
  await page.context().close();
});

test("one gets to it from the hits, and back, in the same language", async () => {
  const { page } = await openPage(kring, "/zoeken?q=koffie+in+nijmegen&taal=en");
  await page.getByRole("link", { name: planned.name }).click();
  await page.getByRole("heading", { level: 2, name: "When?" }).waitFor();
  await page.getByRole("link", { name: "Search on" }).click();
  await page.getByRole("heading", { level: 1, name: "Search" }).waitFor();
  await page.context().close();
});

test("without script it tells the same, and links to calendar and data work", async () => {
  const { page, faults } = await openPage(kring, `/activiteiten/${planned.id}`, { javaScriptEnabled: false });
  await page.getByText("De volgende keren").waitFor();
  await page.getByRole("link", { name: planned.phone }).first().waitFor();
  assert.equal(await page.locator("#share button").count(), 0);
  for (const [name, type] of [["Zet in uw agenda", "text/calendar"], ["Gegevens voor computers", "application/json"]]) {
    const address = await page.getByRole("link", { name }).getAttribute("href");
    const answer = await fetch(kring.address + address);
    assert.equal(answer.status, 200, name);
    assert.ok(answer.headers.get("content-type").startsWith(type), name);
  }
  const mail = await page.getByRole("link", { name: "Mail de organisatie" }).getAttribute("href");
  assert.ok(decodeURIComponent(mail).includes(`(${planned.id})`));
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("search engines read it as schema.org, and the markup is valid", async () => {
  const html = await (await fetch(`${kring.address}/activiteiten/${planned.id}`)).text();
  const data = JSON.parse(/<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html)[1]);
  assert.equal(data["@context"], "https://schema.org");
  assert.equal(data.name, planned.name);
  const report = await new HtmlValidate({ extends: ["html-validate:standard"] }).validateString(html);
  const found = report.results.flatMap((result) => result.messages).filter((message) => message.severity === 2);
  assert.deepEqual(found.map((message) => `${message.ruleId}: ${message.message} (${message.selector})`), []);
});

test("on an English page the record's own words are marked as Dutch, for who has them read out", async () => {
  const { page } = await openPage(kring, `/activiteiten/${planned.id}?taal=en`);
  const words = page.locator("h1, .activity-text p");
  assert.ok(await words.count() > 1);
  assert.deepEqual(new Set(await words.evaluateAll((elements) => elements.map(({ lang }) => lang))), new Set(["nl"]));
  await page.context().close();
});

test("whom alone it is for, and which languages are spoken there, is told in plain words, as its kinds are", async () => {
  const { contents } = await (await fetch(`${kring.address}/v1/activities?q=vrouwen&perPage=50`)).json();
  const records = await Promise.all(contents.map(async ({ activity }) => (await fetch(`${kring.address}/v1/activities/${activity.id}`)).json()));
  const women = records.find((record) => record.only_for === "women" && record.spoken?.includes("ar"));
  for (const [language, only, spoken] of [["nl", "Alleen vrouwen", "Arabisch"], ["en", "Women only", "Arabic"]]) {
    const { page } = await openPage(kring, `/activiteiten/${women.id}?taal=${language}`);
    await page.getByText(only, { exact: true }).waitFor();
    await page.locator(".facts dd", { hasText: spoken }).waitFor();
    await expectOpenToAll(page, `activity-${language}-women`);
    await page.context().close();
  }
  const { concepts } = await (await fetch(`${kring.address}/v1/concepts`)).json();
  const respite = concepts.find(({ id }) => id === "respite");
  assert.deepEqual([respite.label.nl, respite.plain.nl], ["Respijtzorg", "Even vrij van het zorgen"]);
});

test("the address is shared by the keyboard", async () => {
  const { page } = await openPage(kring, `/activiteiten/${planned.id}?taal=nl`);
  await page.evaluate(() => {
    Object.defineProperty(navigator, "share", { value: async (what) => { globalThis.shared = what.url; } });
  });
  await page.getByRole("button", { name: "Deel deze bladzijde" }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => globalThis.shared), `${kring.address}/activiteiten/${planned.id}`);
  await page.context().close();
});

test("an activity that is gone is told so, with a way on", async () => {
  const answer = await fetch(`${kring.address}/activiteiten/11111111-1111-4111-8111-111111111111`);
  assert.equal(answer.status, 404);
  const { page } = await openPage(kring, "/activiteiten/11111111-1111-4111-8111-111111111111");
  await page.getByRole("link", { name: "Naar zoeken" }).click();
  await page.getByRole("heading", { level: 1, name: "Zoeken" }).waitFor();
  await page.context().close();
});
