// Does the plan say what was chosen, in the person's words, and does only that leave which may?
import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { answerOtherwise, keepPicture, openKring, openPage } from "./browser.mjs";
import { expectOpenAtAnyWidth, kForms, openAnswer } from "./invented.mjs";
import { goToStep } from "./trail.mjs";

const kToPlan = { nl: "Naar uw plan", en: "To your plan" };
const kMessages = ["email", "sms", "record"];

let kring;
before(async () => { kring = await openKring(); });
after(() => kring.close());

/** The plan of the first suggested contact and the first two activities of the portfolio, as `change` makes of it where there is one. */
async function openPlan(language = "nl", options = {}, change = null) {
  const opened = await openAnswer(kring, language, options);
  const { page } = opened;
  if (change !== null) await answerOtherwise(page, "/v1/plans", change);
  await page.locator(".ties .choose").first().click();
  const chosen = await page.locator(".portfolio .match h3").allTextContents();
  for (const place of [0, 1]) await page.locator(".portfolio .choose").nth(place).click();
  await page.getByRole("button", { name: kToPlan[language] }).click();
  await settle(page);
  return { ...opened, chosen: chosen.slice(0, 2) };
}

/** Waits until plan, sheet and messages are those of the last change. */
async function settle(page) {
  await page.waitForFunction(() => document.querySelector(".plan:not([aria-busy]) .paper") !== null
    && document.querySelector("#message-record").value !== "");
}

async function readMessages(page) {
  const texts = await Promise.all(kMessages.map((name) => page.locator(`#message-${name}`).inputValue()));
  return Object.fromEntries(kMessages.map((name, place) => [name, texts[place]]));
}

async function download(page, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

/** All that leaves the page, as one text each. */
async function readAllThatLeaves(page) {
  const files = { calendar: await download(page, "Zet in uw agenda"), web: await download(page, "Bewaar als webpagina") };
  const unfolded = files.calendar.content.toString().replace(/\r?\n[ \t]/g, "");
  return { sheet: await page.locator(".paper").innerText(), ...await readMessages(page), calendar: unfolded, web: files.web.content.toString() };
}

for (const [form, options] of Object.entries(kForms)) {
  test(`the plan is open to everyone: ${form}`, async () => {
    for (const language of options.forcedColors ? ["nl"] : ["nl", "en"]) {
      const what = `plan-${language}-${form}`;
      const { page, faults } = await openPlan(language, options);
      await expectOpenAtAnyWidth(page, what);
      assert.deepEqual(faults, [], what);
      await page.context().close();
    }
  });
}

test("what was chosen in the answer stands in the plan, with whom to call and a code for the phone", async () => {
  const { page, chosen } = await openPlan();
  const sheet = await page.locator(".paper").innerText();
  for (const name of chosen) assert.ok(sheet.includes(name), name);
  assert.match(sheet, /Zie broer Jip vaker/);
  assert.equal(await page.locator(".paper .qr").count(), 2);
  assert.match(await page.locator(".paper .qr").first().getAttribute("aria-label"), /^QR-code met meer over /);
  assert.equal(await page.locator(".choices input:checked").count(), 3);
  await page.context().close();
});

test("a fourth choice is refused and says why; another choice makes another plan", async () => {
  const { page, chosen } = await openPlan();
  const other = page.locator(".choices input:not(:checked)").first();
  await other.click();
  assert.equal(await page.locator(".choices input:checked").count(), 3);
  assert.match(await page.locator(".choices .count").textContent(), /al 3/);
  await page.locator(".choices .tick", { hasText: chosen[0] }).locator("input").uncheck();
  await page.waitForFunction((name) => !document.querySelector(".paper")?.innerText.includes(name), chosen[0]);
  await page.context().close();
});

test("by keyboard: the goal and the steps are said otherwise, on the sheet and in every message", async () => {
  const { page, faults } = await openPlan();
  await page.locator("#plan-goal").focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Voor 1 maart drink ik elke week koffie met Sam.");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => document.querySelector(".paper .goal").textContent.includes("Sam"));
  await settle(page);
  await page.getByRole("button", { name: "Voeg een stap toe" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Ik bel Sam op dinsdag.");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => document.querySelector(".paper").textContent.includes("Ik bel Sam op dinsdag."));
  await settle(page);
  const messages = await readMessages(page);
  for (const name of ["email", "record"]) {
    assert.match(messages[name], /koffie met Sam/, name);
    assert.match(messages[name], /Ik bel Sam op dinsdag/, name);
  }
  for (const button of ["Zet in uw agenda", "Bewaar als webpagina"]) {
    const { content } = await download(page, button);
    assert.match(content.toString("utf-8").replace(/\r\n /g, ""), /Ik bel Sam op dinsdag/, button);
  }
  const count = await page.locator(".step-list li").count();
  await page.locator(".step-list button").first().click();
  assert.equal(await page.locator(".step-list li").count(), count - 1);
  await page.getByRole("button", { name: "Neem de stappen van Kring" }).click();
  await page.waitForFunction(() => !document.querySelector(".paper").textContent.includes("Ik bel Sam"));
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("who does a step and by which day stands in every form of the plan", async () => {
  const { page, faults } = await openPlan();
  const proposed = page.locator(".step-list li").first();
  assert.match(await proposed.getByLabel(/^Wie doet dit\?/).inputValue(), /^u en /, "Kring proposes who");
  assert.match(await proposed.getByLabel(/^Uiterlijk wanneer\?/).inputValue(), /^\d{4}-\d{2}-\d{2}$/, "and when");
  await page.getByRole("button", { name: "Voeg een stap toe" }).click();
  await page.keyboard.type("Samen naar de soos.");
  await page.keyboard.press("Tab");
  const step = page.locator(".step-list li").last();
  const number = await page.locator(".step-list li").count();
  await step.getByLabel(`Wie doet dit? (Stap ${number})`).fill("Sam en ik");
  await step.getByLabel(`Uiterlijk wanneer? (Stap ${number})`).fill("2027-03-01");
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => /1 mrt.* 2027: Samen naar de soos\. \(Sam en ik\)/.test(document.querySelector(".paper").textContent));
  await settle(page);
  await expectOpenAtAnyWidth(page, "plan-own-step");
  const left = await readAllThatLeaves(page);
  for (const form of ["sheet", "email", "record", "web"]) assert.match(left[form], /1 (mrt|maart).*Samen naar de soos\. \(Sam en ik\)/, form);
  assert.match(left.calendar, /SUMMARY:Samen naar de soos\./);
  assert.match(left.calendar, /20270301/);
  assert.match(left.calendar, /DESCRIPTION:Sam en ik/);
  const { content } = await download(page, "Bewaar als pdf");
  const file = join(tmpdir(), `kring-plan-${process.pid}.pdf`);
  writeFileSync(file, content);
  assert.match(execFileSync("pdftotext", [file, "-"]).toString().replace(/\s+/g, " "), /1 maart: Samen naar de soos\. \(Sam en ik\)/);
  await page.locator(".withholding .tick", { hasText: "Samen naar de soos." }).locator("input").uncheck();
  await page.waitForFunction(() => !document.querySelector(".paper").textContent.includes("Sam en ik"));
  assert.equal(await page.locator(".withholding .tick input:not(:checked)").count(), 1, "the other steps stay");
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("each step that Kring proposes says who does it and by which day, as its own fields", async () => {
  const { page, faults } = await openPlan();
  const steps = await page.locator(".step-list li").evaluateAll((rows) => rows.map((row) => ({
    text: row.querySelector("textarea").value, who: row.querySelector("input[type=text]").value, day: row.querySelector("input[type=date]").value,
  })));
  assert.ok(steps.some(({ text }) => text.endsWith(": neem contact op.")), JSON.stringify(steps));
  assert.ok(steps.some(({ text }) => /: de eerste keer, om \d\d:\d\d uur\.$/.test(text)), JSON.stringify(steps));
  assert.deepEqual(steps.filter(({ who, day }) => who === "" || !/^\d{4}-\d{2}-\d{2}$/.test(day)), []);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("steps stand in the order of their days, what has none last", async () => {
  const { page } = await openPlan();
  const days = await page.locator(".step-list input[type=date]").evaluateAll((fields) => fields.map(({ value }) => value));
  assert.ok(new Set(days).size > 2, days.join());
  assert.deepEqual(days, [...days].sort());
  const last = page.locator(".step-list li").last();
  for (const [text, day] of [["Zonder dag.", ""], ["Heel vroeg.", "2020-01-01"]]) {
    await page.getByRole("button", { name: "Voeg een stap toe" }).click();
    await last.locator("textarea").fill(text);
    await last.locator("input[type=date]").fill(day);
    await page.keyboard.press("Tab");
  }
  await page.waitForFunction(() => document.querySelector(".paper").textContent.includes("Heel vroeg."));
  await settle(page);
  const { sheet, email, record } = await readAllThatLeaves(page);
  for (const told of [sheet, email, record]) {
    assert.ok(told.indexOf("Heel vroeg.") < told.indexOf("neem contact op"), told);
    assert.ok(told.indexOf("Zonder dag.") > told.lastIndexOf("de eerste keer, om"), told);
  }
  await page.context().close();
});

test("a file of before steps had a day and someone who does them keeps their words", async () => {
  const { page } = await openPage(kring, "/gesprek");
  await goToStep(page, "Terugkijken");
  await page.locator("summary", { hasText: "Verder met een eerder gesprek" }).click();
  const talk = { version: 1, profile: {}, steps: ["Ik bel Sam.", { text: "Naar de soos.", who: "Sam", by_date: "2027-03-01" }, { text: 3, by_date: "morgen" }] };
  await page.locator("input[type=file]").setInputFiles({ name: "een.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(talk)) });
  await page.getByRole("button", { name: "Open het bestand" }).click();
  await page.getByText("Ik bel Sam.").waitFor();
  assert.ok(await page.getByText(/1 mrt.* 2027: Naar de soos\. \(Sam\)/).isVisible());
  await page.context().close();
});

test("a file's day that no calendar has is left out, and its step stays", async () => {
  const { page, faults } = await openPage(kring, "/gesprek");
  await goToStep(page, "Terugkijken");
  await page.locator("summary", { hasText: "Verder met een eerder gesprek" }).click();
  const days = ["2026-13-01", "2026-02-30", "2028-02-29"];
  const talk = { version: 1, profile: {}, seenOn: "2026-13-01", steps: days.map((day) => ({ text: `Stap van ${day}.`, who: "", by_date: day })) };
  await page.locator("input[type=file]").setInputFiles({ name: "een.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(talk)) });
  await page.getByRole("button", { name: "Open het bestand" }).click();
  await page.getByText("Stap van 2026-13-01.").waitFor();
  const told = await page.locator("li", { hasText: "Stap van" }).allInnerTexts();
  assert.deepEqual(told.map((text) => text.trim()), ["di 29 feb 2028: Stap van 2028-02-29.", "Stap van 2026-13-01.", "Stap van 2026-02-30."]);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("a step without words stands nowhere, even where its day is set", async () => {
  const { page, faults } = await openPage(kring, "/gesprek");
  await goToStep(page, "Terugkijken");
  await page.locator("summary", { hasText: "Verder met een eerder gesprek" }).click();
  const steps = [{ text: "", who: "Sam", by_date: "2027-03-01" }];
  const talk = { version: 1, goal: "Vaker buiten.", profile: { person: { postcode: "6511" }, needs: [{ text: "wandelen" }] }, steps };
  await page.locator("input[type=file]").setInputFiles({ name: "een.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(talk)) });
  await page.getByRole("button", { name: "Open het bestand" }).click();
  await page.getByText("Vaker buiten.").first().waitFor();
  assert.doesNotMatch(await page.locator("main").innerText(), /Sam/);
  await goToStep(page, "Uw plan");
  await settle(page);
  assert.doesNotMatch(await page.locator(".paper").innerText(), /Sam/);
  assert.equal(await page.locator(".withholding .tick", { hasText: "Sam" }).count(), 0);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("what is taken off leaves the sheet, the messages and the files", async () => {
  const { page } = await openPlan();
  const before = await readAllThatLeaves(page);
  for (const [name, text] of Object.entries(before)) assert.match(text, /Jip/, name);
  for (const words of ["broer Jip", "SPV van het IHT", "Spel en hobby", "Uw doel:"]) {
    await page.locator(".withholding .tick", { hasText: words }).locator("input").uncheck();
    await page.waitForTimeout(100); // one after the other, as a person does
    await settle(page);
  }
  await page.waitForFunction(() => !/Jip|SPV|Spel en hobby|bezoek van een bekende/.test(document.querySelector(".paper").textContent));
  await settle(page);
  await keepPicture(page, "plan-withheld");
  const left = await readAllThatLeaves(page);
  for (const [name, text] of Object.entries(left)) assert.doesNotMatch(text, /Jip|SPV|Spel en hobby|bezoek van een bekende/, name);
  assert.match(left.sheet, /Praten met lotgenoten/, "what was not taken off stays");
  await page.locator(".withholding .tick", { hasText: "Praten met lotgenoten" }).locator("input").uncheck();
  await page.waitForFunction(() => !document.querySelector(".paper").textContent.includes("Praten met lotgenoten"));
  await settle(page);
  for (const [name, text] of Object.entries(await readAllThatLeaves(page))) assert.doesNotMatch(text, /Praten met lotgenoten/, name);
  await page.locator(".withholding .tick", { hasText: "broer Jip" }).locator("input").check();
  await page.waitForFunction(() => document.querySelector(".paper").textContent.includes("broer Jip"));
  await page.context().close();
});

test("what is taken off changes the text alone: what was chosen stays, and what stands by for it", async () => {
  const { page, chosen } = await openPlan();
  const readFallbacks = async () => (await page.locator(".paper .planned-fallback").allInnerTexts()).map((text) => text.split("\n")[0]);
  const before = await readFallbacks();
  assert.notEqual(before.length, 0);
  for (const wish of await page.locator(".withholding .tick", { hasText: "Wens" }).locator("input").all()) await wish.uncheck();
  for (const travel of await page.locator(".withholding .tick", { hasText: "Reis" }).locator("input").all()) await travel.uncheck();
  await settle(page);
  assert.deepEqual(await readFallbacks(), before);
  const sheet = await page.locator(".paper").innerText();
  for (const name of chosen) assert.ok(sheet.includes(name), name);
  await page.context().close();
});

test("who is alone reads of no worker in the plan", async () => {
  const { page } = await openPage(kring, "/gesprek");
  await page.getByLabel("Zeg ‘je’ tegen mij").check();
  await page.getByLabel("Alleen", { exact: true }).check();
  await goToStep(page, "Wat je wilt");
  await page.locator("#own-words").fill("samen eten");
  await goToStep(page, "Wat moet passen");
  await page.locator("#postcode").fill("6822");
  await goToStep(page, "Wat Kring vond");
  await page.locator(".portfolio .choose").first().click();
  await goToStep(page, "Jouw plan");
  await settle(page);
  assert.doesNotMatch(await page.locator(".paper").innerText(), /hulpverlener/);
  await page.context().close();
});

test("what one needs and how one travels is listed, and taken off leaves every text", async () => {
  const { page } = await openPlan();
  const held = { "Wat u nodig hebt: een rustige plek": /Vraag wanneer het er rustig is/, "Hoe u reist, en hoe lang:": /(Met bus of trein|Fietsen|Lopen) duurt/ };
  const before = await readAllThatLeaves(page);
  const names = await page.locator(".planned h4").allTextContents();
  for (const words of Object.values(held)) {
    for (const form of ["sheet", "record", "web"]) assert.match(before[form], words, form);
  }
  for (const [label, words] of Object.entries(held)) {
    await page.locator(".withholding .tick", { hasText: label }).locator("input").uncheck();
    await page.waitForFunction((source) => !new RegExp(source).test(document.querySelector(".paper").textContent), words.source);
    await settle(page);
  }
  const left = await readAllThatLeaves(page);
  for (const words of Object.values(held)) {
    for (const [name, text] of Object.entries(left)) assert.doesNotMatch(text, words, name);
  }
  assert.deepEqual(await page.locator(".planned h4").allTextContents(), names, "the plan stays the same otherwise");
  await page.context().close();
});

test("a withheld name leaves the person's own words too", async () => {
  const { page } = await openPlan();
  await page.locator("#plan-goal").fill("Elke week naar broer Jip, voor 1 maart.");
  await page.locator("#plan-goal").blur();
  await page.waitForFunction(() => document.querySelector(".paper .goal").textContent.includes("Elke week"));
  await page.locator(".withholding .tick", { hasText: "Iemand die u kent: broer Jip" }).locator("input").uncheck();
  await page.waitForFunction(() => document.querySelector(".paper .goal").textContent.includes("naar iemand"));
  await settle(page);
  const messages = await readMessages(page);
  for (const name of kMessages) assert.doesNotMatch(messages[name], /Jip/, name);
  assert.equal(await page.locator(".withholding .tick", { hasText: "Jip" }).count(), 1, "nor does another box still say it");
  await page.context().close();
});

test("files come in the language of the sheet", async () => {
  const { page } = await openPlan();
  await page.locator("#sheet-language").selectOption("tr");
  const pdf = await download(page, "Bewaar als pdf");
  assert.equal(pdf.name, "kring-plan.pdf");
  assert.equal(pdf.content.subarray(0, 5).toString(), "%PDF-");
  assert.match((await download(page, "Zet in uw agenda")).content.toString(), /^BEGIN:VCALENDAR/);
  assert.match((await download(page, "Bewaar als webpagina")).content.toString(), /<html lang="tr"/);
  await page.context().close();
});

test("a text is copied; the page says that Kring sends nothing", async () => {
  const { page } = await openPlan("nl", { permissions: ["clipboard-read", "clipboard-write"] });
  assert.match(await page.locator(".take").innerText(), /Kring verstuurt niets/);
  await page.getByRole("button", { name: /^Kopieer ?: Voor een sms/ }).click();
  await page.waitForFunction(() => document.getElementById("announcer").textContent.includes("gekopieerd"));
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.locator("#message-sms").inputValue());
  await page.context().close();
});

test("the way in is a link on screen, in full on paper, and never of another scheme", async () => {
  const ways = [{ email: "soos@example.org", url: null }, { email: null, url: "https://example.org/soos?id=1" }, { email: null, url: "javascript:alert(1)" }];
  const told = ["Mail soos@example.org", "Kijk op https://example.org/soos?id=1", "Kijk op javascript:alert(1)"];
  const links = ["mailto:soos@example.org", "https://example.org/soos?id=1", undefined];
  for (const [place, way] of ways.entries()) {
    const { page } = await openPlan("nl", kForms.narrow, (plan) => plan.priorities.forEach(({ lead, fallback }) => {
      for (const { activity } of [lead, fallback].filter(Boolean)) Object.assign(activity, { phone: null, ...way });
    }));
    const reach = page.locator(".planned-reach").first();
    assert.equal(await reach.locator("a").first().getAttribute("href", { timeout: 100 }).catch(() => undefined), links[place]);
    assert.equal(await page.locator(".paper a[href^='javascript']").count(), 0);
    await expectOpenAtAnyWidth(page, `plan-reach-${place}`);
    await page.emulateMedia({ media: "print" });
    const text = await reach.evaluate((paragraph) => [...paragraph.querySelectorAll(".unseen")].reduce((left, part) => left.replace(part.textContent, ""), paragraph.textContent));
    assert.ok(text.startsWith(told[place]), text);
    await page.unrouteAll({ behavior: "ignoreErrors" }); // messages may still be written
    await page.context().close();
  }
});

test("on paper stands the sheet alone", async () => {
  const { page } = await openPlan();
  await page.emulateMedia({ media: "print" });
  for (const part of [".choices", ".editing", ".withholding", ".take", ".trail", "header", "footer"]) {
    assert.equal(await page.locator(part).first().isVisible(), false, part);
  }
  assert.ok(await page.locator(".paper").isVisible());
  await keepPicture(page, "plan-print");
  await page.context().close();
});
