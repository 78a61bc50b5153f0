// Can a person's network be drawn, asked about and read by everyone?
import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { expectOpenToAll } from "./access.mjs";
import { keepPicture, openKring, openPage } from "./browser.mjs";
import { goToStep } from "./trail.mjs";

const kWords = {
  nl: { step: "Uw netwerk", name: "Naam", put: "Zet op de kaart", list: "Lijst", skip: "Weet ik niet / sla over", next: "Volgende", looksOn: "Cliënt kijkt mee",
    thin: "Dit kan meer", full: "Er staan 15 namen op de kaart", print: "Lege kaart printen" },
  en: { step: "Your network", name: "Name", put: "Put on the map", list: "List", skip: "Don't know / skip", next: "Next", looksOn: "Client looks on",
    thin: "This could be more", full: "There are 15 names on the map", print: "Print an empty map" },
};
const kNarrow = { viewport: { width: 360, height: 740 } };
const kRest = 700; // ms: the page waits 400 before it asks

let kring;
before(async () => { kring = await openKring(); });
after(() => kring.close());

async function openMap(language = "nl", options = {}) {
  const opened = await openPage(kring, `/gesprek?taal=${language}`, options);
  await goToStep(opened.page, kWords[language].step);
  await opened.page.locator(".canvas .circles").waitFor();
  return opened;
}

async function add(page, name, circle, language = "nl") {
  await page.locator(".add-contact").getByLabel(kWords[language].name, { exact: true }).fill(name);
  await page.locator(".add-contact .tick").nth(circle - 1).click();
  await page.getByRole("button", { name: kWords[language].put }).click();
}

function contact(page, name) {
  return page.locator(`.canvas [role=button][aria-label^="${name},"]`);
}

/** The last profile that was asked about, which holds what the map holds. */
function watchProfile(page) {
  const asked = { profile: null };
  page.on("request", (request) => {
    if (request.url().endsWith("/v1/gaps")) asked.profile = request.postDataJSON();
  });
  return asked;
}

for (const language of ["nl", "en"]) {
  test(`${language}: people are added with a name and a circle, asked about one question at a time, and what is thin is told`, async () => {
    const { page, faults } = await openMap(language);
    const asked = watchProfile(page);
    const words = kWords[language];
    await expectOpenToAll(page, `map-${language}-empty`);
    await add(page, "Sana", 1, language);
    await add(page, "Bo", 2, language);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "INPUT", "the next name can be typed at once");
    await page.waitForTimeout(kRest);
    for (let count = 0; count < 25; ++count) {
      const radios = page.locator(".map-question .tick:has([type=radio])");
      if (await radios.count() > 0) await radios.first().click();
      else if (await page.locator(".map-question").getByRole("button", { name: words.skip }).count() > 0) await page.locator(".map-question").getByRole("button", { name: words.skip }).click();
    }
    await page.waitForTimeout(kRest);
    assert.ok(Object.keys(asked.profile.network.contacts[0]).length > 8, "the answers stand in the profile");
    await page.getByRole("heading", { name: words.thin }).waitFor();
    assert.equal(await page.locator(".map-said > details").getAttribute("open"), null, "numbers stay folded away");
    await page.locator(".map-said > details summary").click();
    await contact(page, "Sana").focus();
    await page.keyboard.press("ArrowDown");
    await page.waitForTimeout(kRest);
    assert.notEqual(await page.locator(".map-said > details").getAttribute("open"), null, "and stay open once opened");
    await contact(page, "Sana").click();
    await expectOpenToAll(page, `map-${language}-wide`);
    assert.deepEqual(faults, []);
    await page.context().close();
  });
}

test("a contact is dragged to another circle with the pointer", async () => {
  const { page } = await openMap("nl", { viewport: { width: 1280, height: 1300 } });
  await add(page, "Sana", 1);
  const from = await contact(page, "Sana").boundingBox();
  const circles = await page.locator(".canvas .circles").boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(circles.x + circles.width * 0.5, circles.y + circles.height * 0.8, { steps: 5 });
  await page.mouse.move(circles.x + circles.width * 0.5, circles.y + circles.height * 0.95, { steps: 5 });
  await page.mouse.up();
  assert.match(await contact(page, "Sana").getAttribute("aria-label"), /Minder belangrijk/);
  await page.context().close();
});

test("by keyboard alone: someone is added, moved, asked about, and taken off", async () => {
  const { page, faults } = await openMap();
  await page.locator(".add-contact input[type=text]").focus();
  await page.keyboard.type("Bo");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await contact(page, "Bo").focus();
  assert.match(await contact(page, "Bo").getAttribute("aria-label"), /^Bo, Belangrijk/);
  await page.keyboard.press("ArrowUp");
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^Bo, Heel belangrijk/, "it keeps the keyboard");
  assert.match(await page.locator("#announcer").innerText(), /Bo staat nu in: Heel belangrijk/);
  await page.keyboard.press("Enter");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Een vraag over Bo/);
  const first = await page.locator(".map-question legend").innerText();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".map-question", { hasText: "Geef eerst een antwoord" }).waitFor();
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.locator(".map-question legend").innerText(), first, "an arrow does not yet answer");
  await page.keyboard.press("Enter");
  assert.notEqual(await page.locator(".map-question legend").innerText(), first);
  await page.getByRole("button", { name: "Vorige vraag" }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(".map-question legend").innerText(), first);
  assert.equal(await page.locator(".map-question input:checked").count(), 1, "the answer given stands");
  await page.getByRole("button", { name: "Haal Bo weg" }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await contact(page, "Bo").count(), 1, "it asks once more");
  await page.keyboard.press("Enter");
  assert.equal(await contact(page, "Bo").count(), 0);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("the list does what the map does, and both show the same", async () => {
  const { page } = await openMap("nl", kNarrow);
  await page.getByRole("button", { name: "Lijst" }).click();
  await add(page, "Sana", 1);
  await page.getByLabel("Cirkel van Sana").focus();
  await page.getByLabel("Cirkel van Sana").selectOption("3");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "SELECT", "it keeps the keyboard");
  await page.getByRole("button", { name: "Vragen over Sana" }).click();
  await page.getByRole("heading", { name: "Een vraag over Sana" }).waitFor();
  await expectOpenToAll(page, "map-nl-list-narrow");
  await page.getByRole("button", { name: "Kaart", exact: true }).click();
  assert.match(await contact(page, "Sana").getAttribute("aria-label"), /Minder belangrijk/);
  await page.context().close();
});

test("the map takes fifteen and says so kindly; fifteen in one circle do not cover each other", async () => {
  const { page } = await openMap("nl", kNarrow);
  for (let number = 1; number <= 15; ++number) await add(page, `Naam ${number}`, 1 + number % 3);
  assert.match(await page.locator(".add-contact").innerText(), new RegExp(kWords.nl.full));
  assert.equal(await page.getByRole("button", { name: kWords.nl.put }).isDisabled(), true);
  await keepPicture(page, "map-nl-full-narrow");
  for (let number = 1; number <= 15; ++number) {
    await contact(page, `Naam ${number}`).focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
  }
  const boxes = await page.locator(".canvas .shape").evaluateAll((shapes) => shapes.map((shape) => shape.getBoundingClientRect()).map(({ x, y, width }) => ({ x, y, width })));
  assert.ok(boxes.every(({ width }) => width >= 24), "each is large enough to hit");
  const covered = boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => Math.hypot(one.x - other.x, one.y - other.y) < one.width * 0.8));
  assert.equal(covered.length, 0);
  await expectOpenToAll(page, "map-nl-one-circle-narrow");
  await page.context().close();
});

/** The labels of the map that lie over each other, over another contact or out of the picture. */
function listUnreadable(page) {
  return page.locator(".canvas .circles").evaluate((drawing) => {
    const box = (element) => element.getBoundingClientRect();
    const isOver = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
    const isOut = (one, whole) => one.left < whole.left || one.right > whole.right || one.top < whole.top || one.bottom > whole.bottom;
    const labels = [...drawing.querySelectorAll("text")].filter((label) => label.checkVisibility());
    const covers = (label) => [...labels, ...drawing.querySelectorAll(".shape")]
      .filter((other) => other !== label && other.parentElement !== label.parentElement && isOver(box(label), box(other)));
    return [...labels.filter((label) => isOut(box(label), box(drawing))).map((label) => `${label.textContent} leaves the picture`),
      ...labels.flatMap((label) => covers(label).map((other) => `${other.textContent} over ${label.textContent}`))];
  });
}

test("fifteen names, or their numbers with a key, stand clear of each other at any width", async () => {
  const names = ["broer Jip", "zus Annemarie", "moeder", "Bo", "buurvrouw Fatima", "buurman van nummer 12", "oud-collega Henk", "Kim", "de kat", "wandelgroep",
    "SPV van het IHT", "oude huisgenoot", "tante Wil uit Venlo", "Sana", "trainer van de club"];
  for (const width of [320, 360, 1280]) {
    const { page, faults } = await openMap("nl", { viewport: { width, height: 740 } });
    for (const [place, name] of names.entries()) await add(page, name, 1 + place % 3);
    assert.deepEqual(await listUnreadable(page), [], `${width} px`);
    const isNumbered = await page.locator(".canvas .map-key").count() > 0;
    if (isNumbered) assert.deepEqual(await page.locator(".map-key li").allInnerTexts(), await page.locator(".canvas .shape").evaluateAll((shapes) => shapes.map((shape) => shape.getAttribute("aria-label").split(",")[0])));
    await expectOpenToAll(page, `map-nl-fifteen-${width}`);
    assert.deepEqual(faults, []);
    await page.context().close();
  }
});

test("who knows whom and the wished network go into the profile", async () => {
  const { page } = await openMap();
  const asked = watchProfile(page);
  for (const name of ["Sana", "Bo", "Kim"]) await add(page, name, 2);
  await contact(page, "Bo").click();
  await page.locator("summary", { hasText: "Wie kent Bo?" }).click();
  await page.locator(".contact-form").getByLabel("Kim").check();
  await page.locator("summary", { hasText: "Het netwerk dat u wilt" }).click();
  await page.locator("details:has-text('Het netwerk dat u wilt')").getByLabel("Hoe vaak per week wilt u bezoek?").fill("2");
  await page.keyboard.press("Tab");
  await page.waitForTimeout(kRest);
  assert.deepEqual(asked.profile.network.ties, [["c2", "c3"]]);
  assert.equal(asked.profile.network.wanted.visits_per_week, 2);
  await page.context().close();
});

test("where all else is known, who knows whom is gone by one contact at a time", async () => {
  const { page } = await openMap();
  const asked = watchProfile(page);
  const known = { domain: "friend", circle: 1, frequency: "weekly", wish: "same", closeness: 3, practical_support: 2, emotional_support: 2, information_advice: 2,
    encouragement: 2, critical: 1, help_direction: "both_ways", known: "more_than_5_years", travel_minutes: 10, interests: ["wandelen"] };
  const contacts = ["Sana", "Bo", "Kim"].map((alias, at) => ({ id: `c${at + 1}`, alias, ...known }));
  const network = { contacts, wanted: { contacts: 8, confidants: 2, visits_per_week: 2, domains: ["friend"] } };
  await goToStep(page, "Begin");
  await page.locator("summary", { hasText: "Verder met een eerder gesprek" }).click();
  await page.locator("input[type=file]").setInputFiles({ name: "een.json", mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ version: 1, profile: { network, needs: [{ concept: "day_structure" }] } })) });
  await page.getByRole("button", { name: "Open het bestand" }).click();
  await page.getByRole("heading", { level: 1, name: "Terugkijken" }).waitFor();
  await goToStep(page, kWords.nl.step);
  await page.locator(".ties-round legend", { hasText: "Wie kent Sana?" }).waitFor();
  await page.locator(".ties-round").getByLabel("Bo").check();
  await expectOpenToAll(page, "map-nl-ties");
  await page.locator(".ties-round").getByRole("button", { name: "Volgende" }).click();
  await page.locator(".ties-round legend", { hasText: "Wie kent Bo?" }).waitFor();
  await page.locator(".ties-round").getByRole("button", { name: "Volgende" }).click();
  await page.locator(".map-question", { hasText: "Er is nu geen vraag" }).waitFor();
  await page.waitForTimeout(kRest);
  assert.deepEqual(asked.profile.network.ties, [["c1", "c2"]]);
  await page.context().close();
});

test("with the client looking on, nothing of critics or of what is avoided shows or is asked about", async () => {
  const { page } = await openPage(kring, "/gesprek");
  await page.locator("summary", { hasText: "Oefenen" }).click();
  await page.getByRole("button", { name: "Laad het voorbeeld" }).click();
  await page.locator(".canvas .circles").waitFor();
  await contact(page, "oude huisgenoot").click();
  await page.locator("summary", { hasText: "Alle antwoorden" }).click();
  assert.equal(await page.locator(".contact-form legend", { hasText: "kritiek" }).isVisible(), true);
  const asked = watchProfile(page);
  await page.getByRole("button", { name: kWords.nl.looksOn }).click();
  await page.waitForTimeout(kRest);
  await page.locator("summary", { hasText: "De getallen erachter" }).click();
  assert.deepEqual(await page.getByText(/kritiek|kritisch|moeilijk contact|contact moeilijk/).allInnerTexts(), []);
  assert.equal(await page.locator(".aid").isVisible(), false);
  assert.equal(asked.profile.avoid, undefined);
  assert.ok(asked.profile.network.contacts.every((entry) => entry.critical === undefined));
  await expectOpenToAll(page, "map-nl-client");
  await page.context().close();
});

test("the list tells what the map shows, and so do the names on the map", async () => {
  const { page } = await openPage(kring, "/gesprek");
  await page.locator("summary", { hasText: "Oefenen" }).click();
  await page.getByRole("button", { name: "Laad het voorbeeld" }).click();
  await page.locator(".canvas .circles").waitFor();
  const { network } = await (await fetch(`${kring.address}/assets/example.json`)).json();
  const { contacts, ties } = network;
  const names = await page.locator(".canvas [data-contact]").evaluateAll((shapes) => shapes.map((shape) => shape.getAttribute("aria-label")));
  await page.getByRole("button", { name: kWords.nl.list, exact: true }).click();
  const rows = await page.locator(".contact-list li").allInnerTexts();
  for (const { id, alias, frequency, domain, practical_support: help } of contacts) {
    for (const told of [names.find((name) => name.startsWith(`${alias},`)), rows.find((row) => row.startsWith(alias))]) {
      if (frequency === "weekly") assert.match(told, /elke week/);
      if (domain === "family") assert.match(told, /familie/);
      assert.equal(/praktische hulp/.test(told), help >= 2, told);
      assert.equal(/kent /.test(told), ties.some((tie) => tie.includes(id)), told);
    }
  }
  await page.context().close();
});

test("an empty map prints on one sheet, with nothing else on it", async () => {
  const { page } = await openMap();
  await page.evaluate(() => { globalThis.print = () => { globalThis.printed = document.body.className; }; });
  await page.getByRole("button", { name: kWords.nl.print }).click();
  assert.match(await page.evaluate(() => globalThis.printed), /prints-blank-map/);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".blank-map").isVisible(), true);
  assert.equal(await page.locator(".network").isVisible(), false);
  await keepPicture(page, "map-nl-blank");
  const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  assert.equal(pages, 1);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.doesNotMatch(await page.evaluate(() => document.body.className), /prints-blank-map/);
  await page.context().close();
});

test("on a narrow screen too no contact covers the name of another", async () => {
  const { page } = await openPage(kring, "/gesprek", kNarrow);
  await page.locator("summary", { hasText: "Oefenen" }).click();
  await page.getByRole("button", { name: "Laad het voorbeeld" }).click();
  await page.locator(".canvas .node").first().waitFor();
  const covered = await page.locator(".canvas .node").evaluateAll((nodes) => {
    const box = (node, part) => node.querySelector(part).getBoundingClientRect();
    const isOver = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
    return nodes.flatMap((node) => nodes.filter((other) => other !== node && isOver(box(other, ".shape"), box(node, ".name")))
      .map((other) => `${other.textContent} over ${node.querySelector(".name").textContent}`));
  });
  assert.deepEqual(covered, []);
  await page.context().close();
});

test("the example reads well wide, narrow and in high contrast", async () => {
  for (const [form, options] of Object.entries({ wide: {}, narrow: kNarrow, least: { viewport: { width: 320, height: 640 } }, contrast: { forcedColors: "active", ...kNarrow } })) {
    const { page, faults } = await openPage(kring, "/gesprek", options);
    await page.locator("summary", { hasText: "Oefenen" }).click();
    await page.getByRole("button", { name: "Laad het voorbeeld" }).click();
    await page.locator(".gap").first().waitFor();
    await page.locator("summary", { hasText: "Wat betekenen" }).click();
    await expectOpenToAll(page, `map-nl-example-${form}`);
    const report = await new HtmlValidate({ extends: ["html-validate:standard"] }).validateString(await page.content());
    const found = report.results.flatMap((result) => result.messages).filter((message) => message.severity === 2);
    assert.deepEqual(found.map((message) => `${message.ruleId}: ${message.message} (${message.selector})`), []);
    assert.deepEqual(faults, []);
    await page.context().close();
  }
});
