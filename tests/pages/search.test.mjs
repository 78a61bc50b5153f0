// Does one find an activity by searching, by mouse and by keyboard, in both languages?
import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { expectOpenToAll } from "./access.mjs";
import { openKring, openPage } from "./browser.mjs";

const kForms = {
  wide: {},
  narrow: { viewport: { width: 360, height: 740 } },
  contrast: { forcedColors: "active", viewport: { width: 360, height: 740 } },
};

let kring;
before(async () => { kring = await openKring(); });
after(() => kring.close());

async function found(page, pattern) {
  await page.locator("#results").filter({ hasText: pattern }).waitFor();
}

test("nothing by which a person is found gets into the address", async () => {
  const { page } = await openPage(kring, "/zoeken?q=koffie+jan@voorbeeld.nl+06-12345678&place=6511+AB+12");
  const asks = async (label, text, expected) => {
    await page.getByLabel(label).fill(text);
    await page.keyboard.press("Enter");
    await page.waitForFunction((address) => decodeURIComponent(location.search) === address, expected);
  };
  assert.equal(await page.getByLabel("Waar?").inputValue(), "6511");
  assert.equal(decodeURIComponent(new URL(page.url()).search), "?q=koffie&place=6511", "nor stays there");
  await asks("Waar?", "6512 ab 7", "?q=koffie&place=6512");
  await asks("Waar?", "Lent 31", "?q=koffie&place=Lent");
  await asks("Wat zoekt u?", "thee 024 000 01 14 en jan@voorbeeld.nl", "?q=thee+en&place=Lent");
  await asks("Wat zoekt u?", "wandelen Kerkstraat 12", "?q=wandelen+Kerkstraat&place=Lent");
  await asks("Wat zoekt u?", "koffie 6822 AB 14", "?q=koffie+6822&place=Lent");
  await page.context().close();
});

test("words and a place narrow the list, filters narrow it further, and the address tells which", async () => {
  const { page, faults } = await openPage(kring, "/zoeken");
  await found(page, /activiteiten gevonden/);
  await page.getByLabel("Wat zoekt u?").fill("koffie");
  await page.getByLabel("Waar?").fill("6511 AB");
  await page.getByLabel("Hoe ver?").selectOption("10");
  await page.getByRole("button", { name: "Zoeken", exact: true }).click();
  await page.getByRole("button", { name: "koffie weghalen" }).waitFor();
  assert.match(page.url(), /q=koffie&place=6511&radiusKm=10$/);
  const before = await page.locator(".hit").count();
  await page.getByRole("checkbox", { name: /^op een plek/ }).check();
  await page.getByRole("button", { name: "op een plek weghalen" }).waitFor();
  assert.match(page.url(), /attendance=in_person/);
  assert.ok(await page.locator(".hit").count() <= before);
  assert.match(await page.evaluate(() => document.activeElement.dataset.filter ?? ""), /attendance=in_person/);
  await page.goBack();
  await page.getByRole("button", { name: "op een plek weghalen" }).waitFor({ state: "detached" });
  await page.reload();
  await page.getByRole("button", { name: "koffie weghalen" }).waitFor();
  assert.equal(await page.getByLabel("Waar?").inputValue(), "6511");
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("a misspelt place is told, and what was read can be taken off by keyboard", async () => {
  const { page } = await openPage(kring, "/zoeken");
  await page.getByLabel("Wat zoekt u?").focus();
  await page.keyboard.type("koffie in nijmgen");
  await page.keyboard.press("Enter");
  await page.getByText("Kring zocht op “Nijmegen”").waitFor();
  await page.getByRole("button", { name: "In Nijmegen weghalen" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Overal weghalen" }).waitFor();
  assert.match(page.url(), /place=\*|place=%2A/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "results");
  await page.context().close();
});

test("a long list goes on by pages", async () => {
  const { page } = await openPage(kring, "/zoeken?taal=en");
  await page.getByRole("link", { name: "Next" }).click();
  await page.getByText(/Page 2 of/).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "results");
  await page.getByRole("link", { name: "Previous" }).click();
  await page.getByText(/Page 1 of/).waitFor();
  await page.context().close();
});

test("where nothing fits, the page says what to do", async () => {
  const { page } = await openPage(kring, "/zoeken?q=xyzzyq&attendance=phone");
  await found(page, /^0 activiteiten gevonden/);
  await expectOpenToAll(page, "search-empty");
  await page.getByRole("button", { name: "Zoek zonder woorden" }).click();
  await found(page, /^[1-9]/);
  await page.context().close();
});

test("a place that is not known is told, with a way on, and nothing is lost", async () => {
  const { page } = await openPage(kring, "/zoeken");
  await page.getByLabel("Wat zoekt u?").fill("koffie");
  await page.getByLabel("Waar?").fill("Xyzzyburg");
  await page.getByRole("button", { name: "Zoeken", exact: true }).click();
  await page.getByRole("alert").filter({ hasText: "Kring kent “Xyzzyburg” niet." }).waitFor();
  assert.equal(await page.getByLabel("Wat zoekt u?").inputValue(), "koffie");
  await expectOpenToAll(page, "search-refused");
  await page.getByRole("button", { name: "Zoek overal" }).click();
  await found(page, /^[1-9]/);
  await page.context().close();
});

for (const [form, options] of Object.entries(kForms)) {
  test(`hits and filters are open to everyone: ${form}`, async () => {
    for (const language of ["nl", "en"]) {
      const { page, faults } = await openPage(kring, `/zoeken?q=samen+koffie+in+nijmegen&attendance=in_person&maxCost=5&taal=${language}`, options);
      await page.locator(".hit").first().waitFor();
      if (form === "narrow") await page.locator(".filters-title").click();
      await expectOpenToAll(page, `search-hits-${language}-${form}`);
      assert.deepEqual(faults, []);
      await page.context().close();
    }
  });
}

test("the days to choose from stand as in a week, and from an activity one goes on with the same search", async () => {
  const { page } = await openPage(kring, "/zoeken?q=koffie+in+nijmegen&attendance=in_person");
  await page.locator(".hit").first().waitFor();
  const days = await page.locator(".facets [data-filter^='day=']").evaluateAll((inputs) => inputs.map((input) => input.closest("label").innerText.split(/\s/)[0].toLowerCase()));
  const week = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
  assert.ok(days.length > 1);
  assert.deepEqual(days, week.filter((day) => days.includes(day)));
  await page.locator(".hit a").first().click();
  await page.getByRole("link", { name: "Zoek verder" }).click();
  await page.locator(".hit").first().waitFor();
  assert.equal(await page.getByLabel("Wat zoekt u?").inputValue(), "koffie in nijmegen");
  assert.equal(new URL(page.url()).searchParams.get("attendance"), "in_person");
  await page.context().close();
});
