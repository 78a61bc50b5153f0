// Does a talk begin, look back, close, and outlive the tab only in the person's own file?
import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { expectAxeFindsNothing, expectOpenToAll } from "./access.mjs";
import { keepPicture, openKring, openPage } from "./browser.mjs";
import { goToStep } from "./trail.mjs";

const kForms = { wide: {}, narrow: { viewport: { width: 360, height: 740 } }, contrast: { forcedColors: "active", viewport: { width: 360, height: 740 } } };
const kSteps = { nl: ["Begin", "Terugkijken", "Afronden"], en: ["Beginning", "Looking back", "Closing"] };
const kPassword = "drie blauwe fietsen";
const kRest = 700; // ms: the map waits 400 before it asks

let kring;
before(async () => { kring = await openKring(); });
after(() => kring.close());

async function goTo(page, step) {
  await goToStep(page, step);
  await page.getByRole("heading", { level: 1, name: step }).waitFor();
}

async function listSteps(page) {
  return page.locator(".trail button").allInnerTexts();
}

async function addContact(page, name) {
  await goTo(page, "Uw netwerk");
  await page.locator(".add-contact input[type=text]").fill(name);
  await page.getByRole("button", { name: "Zet op de kaart" }).click();
}

/** Keeps the talk as a file: {name, text}. */
async function save(page, password = "") {
  await goTo(page, "Afronden");
  await page.getByLabel("Wachtwoord (mag leeg blijven)").fill(password);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Bewaar als bestand" }).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf-8") };
}

async function chooseFile(page, text) {
  await page.locator("input[type=file]").setInputFiles({ name: "een.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: /^Open (het bestand|the file)$/ }).click();
}

async function openFolded(page, title) {
  await page.locator("summary", { hasText: title }).click();
}

function makeEarlier() {
  return {
    version: 1, phase: null, company: "worker", goal: "Elke week bezoek van iemand die ik ken.", steps: ["Bo bellen"], evaluation: null, nextTalk: "", dismissed: [], seen: [],
    profile: { network: { mapped_on: "2026-09-01", contacts: [{ id: "c1", alias: "Bo", circle: 3 }, { id: "c2", alias: "Kim", circle: 2 }] } },
    lookBack: { changed: "", tried: "", helped: "" }, chosen: { activities: [], ties: ["c1"] },
  };
}

test("begin, look back and close: open to everyone in both languages, wide, narrow and in high contrast", async () => {
  for (const language of ["nl", "en"]) {
    for (const [form, options] of Object.entries(kForms)) {
      const { page, faults } = await openPage(kring, `/gesprek?taal=${language}`, options);
      for (const [at, step] of kSteps[language].entries()) {
        await goTo(page, step);
        for (const fold of await page.locator("summary").all()) await fold.click();
        if (at === 0) await page.locator(".tick").first().click();
        const what = `talk-${language}-${form}-${at}`;
        await expectOpenToAll(page, what);
      }
      assert.deepEqual(faults, []);
      await page.context().close();
    }
  }
});

test("the phase decides the steps: contact presses no leads, ambition ends in the goal", async () => {
  const { page } = await openPage(kring, "/gesprek");
  assert.equal((await listSteps(page)).length, 8);
  assert.equal(await page.getByText("In welke fase").isVisible(), false);
  await page.getByLabel("Met een hulpverlener").check();
  await page.getByLabel(/^Contact:/).check();
  assert.deepEqual(await listSteps(page), ["Begin", "Terugkijken", "Uw netwerk", "Afronden"]);
  await goTo(page, "Uw netwerk");
  await page.getByRole("button", { name: "Verder: Afronden" }).waitFor();
  await goTo(page, "Begin");
  await page.getByLabel(/^Ambitie:/).check();
  assert.deepEqual(await listSteps(page), ["Begin", "Terugkijken", "Uw netwerk", "Wat u wilt", "Uw plan", "Afronden"]);
  assert.equal(await page.locator(".aid").isVisible(), true);
  await goTo(page, "Uw plan");
  await page.locator("#plan-goal").waitFor();
  assert.equal(await page.locator(".priorities, .step-list, .withholding, #message-record").count(), 0, "one sentence, and nothing to do yet");
  await page.getByRole("button", { name: "Verder: Afronden" }).waitFor();
  await goTo(page, "Begin");
  await page.getByLabel("Alleen").check();
  assert.equal((await listSteps(page)).length, 8);
  assert.equal(await page.locator(".aid").isVisible(), false, "no aid for a worker who is not there");
  await page.context().close();
});

test("by keyboard alone: a talk begins and goes on to the next step", async () => {
  const { page } = await openPage(kring, "/gesprek");
  await page.getByLabel("Met een hulpverlener").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  assert.equal(await page.getByLabel("Zeg ‘u’ tegen mij").evaluate((box) => box === document.activeElement), true);
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.getByLabel("We maken een plan voor de hulp").isChecked(), true);
  await page.getByRole("button", { name: "Verder: Terugkijken" }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Terugkijken");
  await page.context().close();
});

test("a talk is kept under a password, and goes on from the file", async () => {
  const { page, faults } = await openPage(kring, "/gesprek");
  await addContact(page, "Sana");
  await goTo(page, "Afronden");
  await page.getByLabel("Goed", { exact: true }).check();
  await page.getByRole("button", { name: "Over 6 weken" }).click();
  const { name, text } = await save(page, kPassword);
  assert.match(name, /^kring-gesprek-\d{4}-\d\d-\d\d\.json$/);
  assert.doesNotMatch(text, /Sana/);
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await openFolded(page, "Verder met een eerder gesprek");
  await chooseFile(page, text);
  await page.getByText("Dit bestand heeft een wachtwoord").waitFor();
  await page.getByLabel("Wachtwoord").fill("iets anders");
  await page.getByRole("button", { name: "Open het bestand" }).click();
  await page.getByText("Dit wachtwoord past niet").waitFor();
  await expectAxeFindsNothing(page, "wrong password");
  await page.getByLabel("Wachtwoord").fill(kPassword);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Terugkijken" }).waitFor();
  await goTo(page, "Uw netwerk");
  await page.locator('.canvas [aria-label^="Sana,"]').waitFor();
  await goTo(page, "Afronden");
  assert.equal(await page.getByLabel("Goed", { exact: true }).isChecked(), true);
  assert.match(await page.locator("input[type=date]").inputValue(), /^\d{4}-/);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("each fault of a file is told in words, and changes nothing", async () => {
  const { page } = await openPage(kring, "/gesprek");
  await openFolded(page, "Verder met een eerder gesprek");
  const broken = [["geen json", "geen gesprek van Kring"], ["{}", "geen gesprek van Kring"], ['{"version":1,"profile":[]}', "geen gesprek van Kring"],
    ["x".repeat(1_000_001), "te groot"]];
  for (const [text, told] of broken) {
    await chooseFile(page, text);
    await page.locator("[role=alert]", { hasText: told }).waitFor();
  }
  await chooseFile(page, JSON.stringify({ ...makeEarlier(), profile: { network: { contacts: "geen lijst" } } }));
  await page.locator("[role=alert] li", { hasText: "Uw netwerk: " }).first().waitFor();
  await chooseFile(page, JSON.stringify({ ...makeEarlier(), profile: { constructor: 1 } }));
  await page.locator("[role=alert] li", { hasNotText: "Uw netwerk: " }).first().waitFor();
  assert.doesNotMatch(await page.locator("[role=alert]").innerText(), /conversation|function/, "no step holds a name that no profile has");
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Begin");
  await page.context().close();
});

const kBroken = {
  version: 1, phase: "soon", company: 3, address: "jij", lookBack: { changed: 4, tried: "bellen" }, dismissed: [{ activity: "a" }, null], chosen: { ties: ["c1", 5] },
  goal: ["x"], steps: [{ text: "Bo bellen", who: 7, by_date: "2026-02-30" }, 8], withheld: {}, evaluation: 6, nextTalk: "morgen", seen: "x", seenOn: "2026-13-01",
  profile: { network: { mapped_on: "2026-02-30", contacts: [{ id: "c1", alias: "Bo" }] }, network_before: { mapped_on: 3, contacts: [] } },
  mood: "goed", toString: "x",
};

const kGoOn = { nl: "Verder met een eerder gesprek", en: "Go on with an earlier talk" };

test("what is not right in a file is left out and told in words; the rest is there, and each step works", async () => {
  for (const [language, told] of [["nl", /de fase.*de dag van de kaart van daarvoor.*iets dat Kring niet kent/s],
    ["en", /the phase.*the day of the map before that.*something that Kring does not know/s]]) {
    const { page, faults } = await openPage(kring, `/gesprek?taal=${language}`);
    await openFolded(page, kGoOn[language]);
    await chooseFile(page, JSON.stringify(kBroken));
    const notice = page.locator(".notice:has(ul)");
    assert.match(await notice.innerText(), told);
    const listed = await notice.locator("li").allInnerTexts();
    assert.equal(listed.length, Object.keys(kBroken).length - 1, `every field but the version, both maps, and once what is not known: ${listed.join()}`);
    assert.ok(listed.every((text) => !text.includes("left_out")), listed.join());
    assert.ok(await page.getByText("Bo bellen").isVisible());
    await expectOpenToAll(page, `talk-${language}-left-out`);
    for (const at of await page.locator(".trail button").all()) {
      await at.click();
      await page.locator(".trail [aria-current=step]", { hasText: await at.innerText() }).waitFor();
      await page.locator(".step > :nth-child(4)").waitFor();
    }
    assert.deepEqual(faults, []);
    await page.context().close();
  }
});

test("a file that gives a phase to a talk without a worker has all steps, and tells that the phase is left out", async () => {
  const { page } = await openPage(kring, "/gesprek");
  const all = await listSteps(page);
  await openFolded(page, "Verder met een eerder gesprek");
  await chooseFile(page, JSON.stringify({ ...makeEarlier(), company: "alone", phase: "contact" }));
  await page.getByRole("heading", { level: 1, name: "Terugkijken" }).waitFor();
  await page.locator(".notice:has(ul)").waitFor();
  assert.deepEqual(await page.locator(".notice:has(ul) li").allInnerTexts(), ["de fase van het gesprek"]);
  assert.deepEqual(await listSteps(page), all);
  await page.context().close();
});

test("with an earlier file: its goal, how what was chosen went, and both maps with what changed", async () => {
  const { page, faults } = await openPage(kring, "/gesprek");
  let asked = {};
  page.on("request", (request) => { if (request.url().endsWith("/v1/gaps")) asked = request.postDataJSON(); });
  await openFolded(page, "Verder met een eerder gesprek");
  await chooseFile(page, JSON.stringify(makeEarlier()));
  await page.getByText("Elke week bezoek van iemand die ik ken.").waitFor();
  const tried = page.locator(".chosen-before .talk-tried");
  await tried.getByLabel("Het kwam er niet van").check();
  await tried.getByLabel("Waarom?").selectOption("no_one_to_go_with");
  await page.getByLabel("Ook geprobeerd").fill("zwemmen");
  await page.keyboard.press("Enter");
  await page.locator(".tried-in-words").getByLabel("Ik ben gestopt").check();
  await keepPicture(page, "talk-nl-look-back-earlier");
  await goTo(page, "Uw netwerk");
  await page.locator('.canvas [aria-label^="Bo,"]').focus();
  await page.keyboard.press("ArrowUp");
  await page.waitForTimeout(kRest);
  assert.deepEqual(asked.tried, [{ contact: "c1", outcome: "never_got_in", reason: "no_one_to_go_with" }, { text: "zwemmen", outcome: "stopped" }]);
  await page.getByRole("heading", { name: "Toen en nu" }).waitFor();
  assert.match(await page.locator(".changes").innerText(), /Bo/);
  assert.match(await page.getByRole("img", { name: /^Op di 1 sep/ }).getAttribute("aria-label"), /Minder belangrijk: Bo/);
  await expectAxeFindsNothing(page, "both maps");
  await keepPicture(page, "talk-nl-both-maps");
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("leaving with unsaved work warns; clearing asks once more and forgets all", async () => {
  const { page } = await openPage(kring, "/gesprek");
  await addContact(page, "Sana");
  const warned = new Promise((resolve) => page.once("dialog", (dialog) => { resolve(dialog.type()); void dialog.dismiss(); }));
  await page.evaluate(() => setTimeout(() => location.reload()));
  assert.equal(await warned, "beforeunload");
  await page.getByRole("button", { name: "Bewaar nu" }).click();
  await page.getByRole("button", { name: "Wis alles" }).click();
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Afronden");
  await page.getByRole("button", { name: "Weet u het zeker? Klik nog een keer." }).click();
  await page.getByRole("heading", { level: 1, name: "Begin" }).waitFor();
  await goTo(page, "Uw netwerk");
  assert.equal(await page.locator(".canvas [role=button]").count(), 0);
  await page.context().close();
});

test("nothing of a person stands outside the tab", async () => {
  const { page } = await openPage(kring, "/gesprek");
  await addContact(page, "Sana");
  await page.waitForTimeout(kRest);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, document.cookie, Object.keys(sessionStorage)]), [0, "", ["kring.language"]]);
  assert.equal(page.url(), `${kring.address}/gesprek`);
  const addresses = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
  assert.ok(addresses.every((address) => !address.includes("Sana")));
  await page.context().close();
});

test("the file tells the day of the map and of the answer; the next talk tells the service the earlier day", async () => {
  const { page } = await openPage(kring, "/gesprek");
  const today = await page.evaluate(() => new Intl.DateTimeFormat("sv").format(new Date()));
  await addContact(page, "Sana");
  await goTo(page, "Wat Kring vond");
  await page.locator(".result .match, .result .relaxations, .result .excluded").first().waitFor();
  const talk = JSON.parse((await save(page)).text);
  assert.equal(talk.profile.network.mapped_on, today);
  assert.equal(talk.seenOn, today);
  talk.profile.network.mapped_on = talk.seenOn = "2026-09-01";
  let asked = {};
  page.on("request", (request) => { if (request.url().endsWith("/v1/gaps")) asked = request.postDataJSON(); });
  await goTo(page, "Begin");
  await openFolded(page, "Verder met een eerder gesprek");
  await chooseFile(page, JSON.stringify(talk));
  await page.getByText("De kaart was van di 1 sep 2026.").waitFor();
  await addContact(page, "Bo");
  await page.waitForTimeout(kRest);
  assert.equal(asked.network_before.mapped_on, "2026-09-01");
  assert.equal(asked.network.mapped_on, today);
  await goTo(page, "Wat Kring vond");
  await page.getByRole("heading", { name: "Sinds het vorige gesprek" }).waitFor();
  assert.equal(JSON.parse((await save(page)).text).seenOn, today);
  await page.context().close();
});
