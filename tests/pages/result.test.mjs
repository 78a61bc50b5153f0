// Does the answer say who and what fits, why, and what one can do about it?
import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { expectAxeFindsNothing, expectTree } from "./access.mjs";
import { showReopened } from "./bench.mjs";
import { answerOtherwise, keepPicture, openKring } from "./browser.mjs";
import { askForAnother, expectOpenAtAnyWidth, kForms, openAnswer, openResult } from "./invented.mjs";
import { goToStep } from "./trail.mjs";

let kring;
before(async () => { kring = await openKring(); });
after(() => kring.close());

function namesIn(page, part) {
  return page.locator(`.${part} .card h3`).allTextContents();
}

test("who told nothing is asked kindly first, and led to where it is told", async () => {
  for (const language of ["nl", "en"]) {
    const { page, faults } = await openResult(kring, language, kForms.narrow);
    await expectOpenAtAnyWidth(page, `result-empty-${language}`);
    assert.equal(await page.locator(".welcome .rows button").count(), 4);
    await page.locator(".welcome .rows button").first().click();
    assert.equal(await page.locator(".trail [aria-current]").textContent(), language === "nl" ? "Wat u wilt" : "What you want");
    assert.deepEqual(faults, []);
    await page.context().close();
  }
});

for (const [form, options] of Object.entries(kForms)) {
  test(`the answer is open to everyone: ${form}`, async () => {
    for (const language of options.forcedColors ? ["nl"] : ["nl", "en"]) {
      const what = `result-${language}-${form}`;
      const { page, faults } = await openAnswer(kring, language, options);
      await page.locator(".portfolio .match dd span", { hasText: "…" }).first().waitFor({ state: "detached" });
      await page.locator(".portfolio .fold:not(.dismiss) summary").first().click();
      await page.locator(".portfolio .dismiss summary").first().click();
      await page.locator(".others .read-more summary").first().click();
      await page.locator(".excluded summary").click();
      await page.locator(".portfolio .choose").first().click();
      await expectOpenAtAnyWidth(page, what);
      await expectTree(page, what);
      assert.deepEqual(faults, [], what);
      await page.context().close();
    }
  });
}

test("while the person looks on, nothing asks who is critical of them", async () => {
  const { page } = await openAnswer(kring);
  const asked = page.locator(".hints li", { hasText: "kritiek" });
  assert.ok(await asked.count() > 0, "the worker is asked");
  await goToStep(page, "Uw netwerk");
  await page.getByRole("button", { name: "Cliënt kijkt mee" }).click();
  await goToStep(page, "Wat Kring vond");
  await page.locator(".portfolio .match").first().waitFor();
  assert.equal(await asked.count(), 0);
  await page.context().close();
});

test("while the person looks on, nothing counts what they are not to see as unwanted", async () => {
  const { page } = await openAnswer(kring);
  const unwanted = page.locator(".excluded li", { hasText: "wilt u niet" });
  assert.equal(await unwanted.count(), 1, "the worker is told");
  await goToStep(page, "Uw netwerk");
  await page.getByRole("button", { name: "Cliënt kijkt mee" }).click();
  await goToStep(page, "Wat Kring vond");
  await page.locator(".portfolio .match").first().waitFor();
  assert.equal(await unwanted.count(), 0);
  await page.context().close();
});

test("where no find is about the wish, the page says so and what would bring one", async () => {
  const { page } = await openResult(kring);
  await askForAnother(page, (profile) => {
    for (const key of Object.keys(profile)) if (!["language", "date"].includes(key)) delete profile[key];
    Object.assign(profile, {
      person: { postcode: "6822", age: 67 }, needs: [{ text: "biljarten" }],
      practical: {
        travel: [{ mode: "walk", max_minutes: 5 }], max_cost_per_session: 0,
        availability: [{ days: ["TU"], from: "18:00", to: "23:00" }],
      },
    });
  });
  await page.getByRole("button", { name: "Probeer met een bedacht persoon" }).click();
  await page.locator(".result .notice", { hasText: "Hiervoor is nu niets gevonden: Spel en hobby." }).waitFor();
  assert.doesNotMatch(await page.locator(".result").innerText(), /Bij elk staat waarom|het meest bij wat u wilt/);
  await page.locator(".relaxations .card", { hasText: "Spel en hobby: " }).first().waitFor();
  await page.context().close();
});

test("a site is named as one says it; English writes days as in Europe, by 24 hours", async () => {
  const { page } = await openAnswer(kring, "en");
  const sites = await page.locator('.portfolio .match-facts a[target="_blank"]').allInnerTexts();
  assert.ok(sites.length > 0);
  for (const site of sites) assert.match(site, /^[\w.-]+\s/);
  const told = await page.locator(".result").innerText();
  assert.match(told, /\d Dec 2026, \d\d:\d\d/);
  assert.doesNotMatch(told, /\d [AP]M\b/);
  await page.context().close();
});

test("known contacts come before what fits together, and that before the rest", async () => {
  const { page } = await openAnswer(kring);
  const parts = await page.locator(".result > section").evaluateAll((sections) => sections.map((section) => section.classList[1]));
  const order = ["ties", "portfolio", "home", "others", "hints", "excluded"];
  assert.deepEqual(parts, order);
  const chosen = await namesIn(page, "portfolio");
  const rest = [...await namesIn(page, "home"), ...await namesIn(page, "others")];
  assert.ok(chosen.length >= 3);
  assert.deepEqual(rest.filter((name) => chosen.includes(name)), [], "each stands once");
  assert.equal(await page.locator(".ties .card").count(), 3);
  await page.context().close();
});

test("on an English page the record's own words are marked as Dutch, for who has them read out", async () => {
  const { page } = await openAnswer(kring, "en");
  const words = page.locator(".match .description", { hasText: /\w/ });
  await words.first().waitFor({ state: "attached" });
  assert.equal(await words.first().getAttribute("lang"), "nl");
  await page.context().close();
});

test("a card says why, who may come, what it costs, how to get there, when, and what is not known", async () => {
  const { page } = await openAnswer(kring);
  const card = page.locator(".portfolio .match", { has: page.locator(".phone-link") }).first();
  await card.locator("dd", { hasText: "jaar" }).first().waitFor();
  const terms = await card.locator("dt").allTextContents();
  for (const term of ["Voor wie", "Kosten", "Reis", "Volgende keer", "Wat u nodig hebt", "Contact", "Nagekeken op"]) {
    assert.ok(terms.includes(term), term);
  }
  assert.match(await card.locator(".access li").first().textContent(), /^(Ja|Niet bekend): een rustige plek\./);
  assert.match(await card.locator(".phone-link").first().getAttribute("href"), /^tel:\+?\d+$/);
  assert.ok(await card.locator("h4", { hasText: "Waarom dit past" }).count() === 1);
  await page.context().close();
});

test("a first step by e-mail is a link that begins a letter, whatever the catalogue holds", async () => {
  const { page } = await openResult(kring, "nl", kForms.narrow);
  const addresses = ["receptie@wijkhuis-de-hele-lange-naam-van-oost.example.org", "javascript:alert(1)@x?bcc=b"];
  await answerOtherwise(page, "/v1/matches", ({ matches }) => matches.forEach((match, place) => {
    const email = addresses[place % addresses.length];
    Object.assign(match, { first_step: `Stuur een mail aan ${email}.` });
    Object.assign(match.activity, { phone: null, email });
  }));
  await page.getByRole("button", { name: "Probeer met een bedacht persoon" }).click();
  await page.locator(".portfolio .match").first().waitFor();
  const steps = page.locator(".portfolio .first-step p");
  assert.equal(await steps.count(), await page.locator(".portfolio .match").count(), "the link is the step");
  const links = await steps.evaluateAll((all) => all.map((step) => [step.textContent, step.querySelector("a").getAttribute("href")]));
  assert.deepEqual(Object.fromEntries(links), {
    [`Stuur een mail aan ${addresses[0]}`]: `mailto:${addresses[0]}`,
    [`Stuur een mail aan ${addresses[1]}`]: "mailto:javascript%3Aalert(1)@x%3Fbcc%3Db",
  });
  await expectOpenAtAnyWidth(page, "result-mail");
  await page.context().close();
});

test("an e-mail address is broken at its sign, and stays within its card", async () => {
  const { page } = await openAnswer(kring);
  const links = await page.locator(".match-facts .mail-link").evaluateAll((all) => all.map((link) => {
    const domain = document.createRange();
    domain.selectNodeContents(link.querySelector("bdi").lastChild);
    const inside = link.closest("dd").getBoundingClientRect();
    return { lines: domain.getClientRects().length, isInside: link.getBoundingClientRect().right <= inside.right + 1 };
  }));
  assert.ok(links.length > 0);
  for (const link of links) assert.deepEqual(link, { lines: 1, isInside: true });
  await page.context().close();
});

test("a next time says when it ends, where the record has one end for that hour", async () => {
  for (const [closes, told] of [[["19:00"], "11:00–19:00"], [["19:00", "17:00"], "11:00"]]) {
    const { page } = await openResult(kring);
    await answerOtherwise(page, "/v1/matches", ({ matches }) => matches.forEach((match) => { match.next_sessions = ["2026-11-27T11:00:00+01:00"]; }));
    await answerOtherwise(page, "/v1/activities/*", (record) => {
      record.sites = [{ schedules: closes.map((end) => ({ zone: "Europe/Amsterdam", opens: "11:00", closes: end })) }];
    });
    await page.getByRole("button", { name: "Probeer met een bedacht persoon" }).click();
    const card = page.locator(".portfolio .match").first();
    await card.waitFor();
    await card.locator("dd span", { hasText: "…" }).waitFor({ state: "detached" });
    assert.equal(await card.locator("dd ul li", { hasText: "27 nov 2026" }).innerText(), `vr 27 nov 2026, ${told}`);
    await page.context().close();
  }
});

test("the points of the parts add up to the points of the place", async () => {
  const { page } = await openAnswer(kring);
  const fold = page.locator(".portfolio .fold:not(.dismiss)").first();
  await fold.locator("summary").click();
  const number = (text) => Number(/[\d,]+/.exec(text)[0].replace(",", "."));
  const total = number(await fold.locator("p").first().textContent());
  const points = (await fold.locator("td").allTextContents()).map(number);
  assert.ok(Math.abs(points.reduce((sum, value) => sum + value, 0) - total) < 0.5, `${points} ${total}`);
  assert.match(await fold.locator("svg[role=img]").getAttribute("aria-label"), /punten/);
  await page.context().close();
});

test("by keyboard: what is not wanted leaves with its reason, is told, and comes back", async () => {
  const { page, asked, faults } = await openAnswer(kring);
  const before = await namesIn(page, "portfolio");
  const card = page.locator(".portfolio .match").first();
  const id = await card.getAttribute("data-activity");
  await card.locator(".dismiss summary").focus();
  await page.keyboard.press("Enter");
  await card.locator(".reason-list").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "te ver");
  await page.keyboard.press("Enter");
  await page.locator(".dismissed").waitFor();
  assert.deepEqual(asked.at(-1).tried, [{ activity: id, outcome: "refused", reason: "too_far" }]);
  assert.deepEqual(asked.at(-1).avoid.activities, [id]);
  assert.equal((await namesIn(page, "result")).filter((name) => name === before[0]).length, 0);
  await page.waitForFunction(() => document.getElementById("announcer").textContent.includes("weggehaald"));
  await keepPicture(page, "result-taken-off");
  await expectAxeFindsNothing(page, "result-taken-off");
  assert.equal(await page.evaluate(() => document.activeElement.classList.contains("undo")), true);
  await page.keyboard.press("Enter");
  await page.locator(".dismissed").waitFor({ state: "detached" });
  assert.equal(asked.length, 3);
  assert.equal(asked.at(-1).tried, undefined);
  assert.deepEqual(await namesIn(page, "portfolio"), before);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test("at most three are chosen; each can be taken back", async () => {
  const { page } = await openAnswer(kring, "en");
  for (const place of [0, 1, 2]) await page.locator(".ties .choose").nth(place).click();
  assert.match(await page.locator(".shelf").textContent(), /3 of 3 chosen/);
  await page.locator(".portfolio .choose").first().click({ force: true }); // not enabled, and says why
  assert.match(await page.locator("#announcer").textContent(), /Take one away first/);
  await page.locator(".ties .choose").first().click();
  assert.match(await page.locator(".shelf").textContent(), /2 of 3 chosen/);
  await page.locator(".portfolio .choose").first().click();
  assert.match(await page.locator(".portfolio .choose").first().textContent(), /Chosen, take away/);
  await page.context().close();
});

test("one button changes a wish, as the sentence says, and another changes it back", async () => {
  const { page, asked } = await openAnswer(kring);
  for (const summary of await page.locator(".read-more > summary").all()) await summary.click();
  await page.locator(".counterfactual button").first().click();
  await page.locator(".shelf .undo").waitFor();
  await page.waitForFunction(() => document.querySelector(".result").getAttribute("aria-busy") === null);
  assert.equal(asked.at(-1).practical.group_size, undefined);
  await page.locator(".shelf .undo").click();
  await page.waitForFunction(() => document.querySelector(".shelf").hidden);
  assert.deepEqual(asked[2] ?? asked[0], asked[0]);
  await page.context().close();
});

test("where little fits, the page says which wish to ease and what that opens", async () => {
  const { page, asked } = await openAnswer(kring);
  await askForAnother(page, (profile) => {
    profile.practical.travel = [{ mode: "walk", max_minutes: 4 }];
    profile.practical.attendance = ["in_person"];
  });
  await page.locator(".others .dismiss summary").first().click();
  await page.locator(".others .reason-list button").first().click();
  const relaxation = page.locator(".relaxations .card", { hasText: "minuten" }).first();
  await relaxation.waitFor();
  await expectOpenAtAnyWidth(page, "result-relaxations");
  const count = asked.length;
  await relaxation.locator("button").click();
  await page.waitForFunction(() => document.getElementById("announcer").textContent.includes("veranderd"));
  assert.notDeepEqual(asked[count].practical.travel, asked[count - 1].practical.travel);
  await page.context().close();
});

test("words of danger put a notice with numbers above all else", async () => {
  const { page } = await openResult(kring, "nl", kForms.narrow);
  await askForAnother(page, (profile) => { profile.needs = [{ text: "Ik wil niet meer leven." }]; });
  await page.getByRole("button", { name: "Probeer met een bedacht persoon" }).click();
  await page.locator(".safety").waitFor();
  assert.ok(await page.locator(".result > :first-child").evaluate((first) => first.classList.contains("safety")));
  assert.match(await page.locator(".safety a").first().getAttribute("href"), /^tel:\d+$/);
  assert.ok(await page.locator(".match").count() > 0, "the rest follows");
  await expectOpenAtAnyWidth(page, "result-safety");
  await page.context().close();
});

test("a refusal leads to the step where the fault is; what fails is asked again", async () => {
  const { page } = await openResult(kring);
  await askForAnother(page, (profile) => { profile.person.age = 300; });
  await page.getByRole("button", { name: "Probeer met een bedacht persoon" }).click();
  await page.locator(".refusal").waitFor();
  await expectOpenAtAnyWidth(page, "result-refusal");
  await page.getByRole("button", { name: "Pas aan: Wat moet passen" }).click();
  assert.equal(await page.locator(".trail [aria-current]").textContent(), "Wat moet passen");
  await page.context().close();
});

test("who comes back hears what is new, changed and gone since then", async () => {
  const { page, asked } = await openAnswer(kring);
  const ids = await page.locator(".match").evaluateAll((cards) => cards.map((card) => card.dataset.activity));
  const profile = structuredClone(asked[0]);
  const seenOn = "2020-01-01"; // all records were written since
  const seen = [...ids.filter((id) => id !== ids[0]), "no-longer-there"];
  await showReopened(page, { version: 1, phase: null, profile, lookBack: { changed: "", tried: "", helped: "" }, dismissed: [],
    chosen: { activities: [], ties: [] }, goal: "", steps: [], evaluation: null, seen, seenOn });
  const news = page.locator(".news");
  await news.getByRole("heading", { name: "Dit is veranderd" }).waitFor();
  await news.getByText("Een activiteit die er niet meer is").waitFor();
  const name = await page.locator(`[data-activity="${ids[0]}"] h3`).textContent();
  assert.match(await news.innerText(), new RegExp(`Dit is nieuw\\s+${name.slice(0, 10)}`));
  assert.equal(await page.locator(".badge-new").count(), 1);
  await expectOpenAtAnyWidth(page, "result-news");
  await page.context().close();
});
