// Can someone say what they want, by picture and in their own words, and put right what was read in them?
import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { expectOpenToAll, expectWords } from "./access.mjs";
import { kForms, kShown, openStep } from "./asking.mjs";
import { openKring } from "./browser.mjs";
import { goToStep } from "./trail.mjs";

const kLanguages = ["nl", "en"];
const kLabels = {
  nl: { step: "Wat u wilt", first: "Het belangrijkst" },
  en: { step: "What you want", first: "Most important" },
};

let kring;
before(async () => { kring = await openKring(); });
after(() => kring.close());

async function openNeeds(language = "nl", options = {}) {
  const { page, faults, sent } = await openStep(kring, language, options, kLabels[language].step);
  await page.locator("#theme-buddy").waitFor();
  return { page, faults, sent };
}

async function choose(page, theme, ...concepts) {
  await page.locator(`#theme-${theme}`).click();
  for (const concept of concepts) await page.locator(`#concept-${concept}`).check();
}

function readNames(page) {
  return page.locator(".need-name").allTextContents();
}

test("the themes, what they hold, the list and what was read are open to everyone", async () => {
  for (const [language, form] of kShown) {
    const { page, faults } = await openNeeds(language, kForms[form]);
    const name = (state) => `needs-${state}-${language}-${form}`;
    await expectOpenToAll(page, name("empty"));
    await choose(page, "meet", "meet_coffee", "meet_games_hobby");
    await page.locator("#own-words").fill("Ik wil biljarten, niet in de avond. Geen kerk.");
    await page.locator(".heard .reading").first().waitFor();
    await page.locator("#past-add").click();
    await expectOpenToAll(page, name("filled"));
    assert.deepEqual(faults, [], name("faults"));
    await page.context().close();
  }
});

test("what is shown is valid HTML", async () => {
  const { page } = await openNeeds();
  await choose(page, "meet", "meet_coffee");
  await page.locator("#own-words").fill("Ik wil biljarten. Ik wil niet meer leven.");
  await page.locator(".safety-first").waitFor();
  await page.locator("#past-add").click();
  const report = await new HtmlValidate({ extends: ["html-validate:standard"] }).validateString(await page.content());
  const found = report.results.flatMap((result) => result.messages).filter((message) => message.severity === 2);
  assert.deepEqual(found.map((message) => `${message.ruleId}: ${message.message} (${message.selector})`), []);
  await page.context().close();
});

test("every theme has a picture, and its concepts come from the service", async () => {
  const { page } = await openNeeds();
  const { concepts } = await (await fetch(`${kring.address}/v1/concepts`)).json();
  const wishes = concepts.filter(({ kind }) => kind === "activity" || kind === "gap").map(({ id }) => `concept-${id}`);
  const shown = [];
  for (const theme of await page.locator(".theme").all()) {
    assert.equal(await theme.locator("svg").count(), 1);
    await theme.click();
    await expectWords(page, "theme");
    shown.push(...await page.locator(".concepts input").evaluateAll((inputs) => inputs.map(({ id }) => id)));
  }
  assert.deepEqual(shown.sort(), wishes.sort());
  await page.context().close();
});

test("by keyboard alone a card is chosen, weighed, moved and taken away", async () => {
  const { page } = await openNeeds();
  await page.locator("#theme-do").focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "theme-title");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  const [first, second] = await readNames(page);
  assert.equal(await page.locator("#announcer").textContent(), "Er staan 2 wensen op uw lijst.");
  await page.locator("#up-1").focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await readNames(page), [second, first]);
  assert.equal(await page.evaluate(() => document.activeElement.id), "down-0", "the focus stays with what moved");
  await page.locator("#priority-0").focus();
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.locator("#priority-0").inputValue(), "3");
  await page.locator("#remove-0").focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await readNames(page), [first]);
  assert.equal(await page.evaluate(() => document.activeElement.id), "remove-0");
  await page.locator("#theme-close").focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "theme-do");
  await page.context().close();
});

test("at most three needs are the most important, and one given back makes room", async () => {
  for (const language of kLanguages) {
    const { page } = await openNeeds(language);
    await choose(page, "do", "do_walking", "do_animals", "do_creative", "do_outings");
    for (const index of [0, 1, 2]) await page.locator(`#priority-${index}`).selectOption({ label: kLabels[language].first });
    assert.ok(await page.locator("#priority-3 option").first().isDisabled());
    await page.locator("#priority-1").selectOption("1");
    await page.locator("#priority-3").selectOption("3");
    assert.ok(await page.locator("#priority-1 option").first().isDisabled());
    await page.context().close();
  }
});

test("a list of twenty is full, and says so", async () => {
  const { page } = await openNeeds();
  for (const theme of ["do", "help", "meet"]) {
    await page.locator(`#theme-${theme}`).click();
    for (const concept of await page.locator(".concepts input").all()) {
      if (await page.locator(".need").count() < 20) await concept.check();
    }
  }
  await choose(page, "gap");
  await page.locator("#concept-gap_size").click();
  assert.equal(await page.locator(".need").count(), 20);
  assert.ok(!await page.locator("#concept-gap_size").isChecked());
  assert.match(await page.locator("#announcer").textContent(), /vol: 20 wensen/);
  assert.match(await page.locator(".need-list").textContent(), /vol: 20 wensen/);
  await page.locator("#own-words").fill("zingen");
  assert.match(await page.locator("#own-words-fault").textContent(), /vol: 20 wensen/);
  await page.locator("#remove-0").click();
  await page.locator("#own-words").fill("zingen en dansen");
  assert.equal(await page.locator("#own-words-fault").textContent(), "");
  assert.equal(await page.locator(".need").count(), 20);
  await page.context().close();
});

test("words are read while they are typed; what was not meant counts no more until it is meant again", async () => {
  const { page, sent } = await openNeeds();
  await page.locator("#own-words").pressSequentially("Ik wil biljarten, niet in de avond");
  await page.locator("#not_meant-0-meet_games_hobby").waitFor();
  assert.match(await page.locator(".heard").textContent(), /biljarten.*Spel en hobby/);
  await page.locator("#not_meant-0-meet_games_hobby").click();
  await page.locator(".reading.undone").waitFor();
  assert.deepEqual(sent[0].not_meant, [{ need: 0, name: "meet_games_hobby" }]);
  assert.equal(await page.evaluate(() => document.activeElement.id), "not_meant-0-meet_games_hobby");
  await page.locator("#meant-0-meet_games_hobby").click();
  await page.locator(".reading.undone").waitFor({ state: "detached" });
  assert.equal(sent[0].not_meant, undefined);
  await page.context().close();
});

test("what was not meant goes along when its need moves, and goes when its need goes", async () => {
  const { page, sent } = await openNeeds();
  await choose(page, "do", "do_walking");
  await page.locator("#own-words").fill("Ik wil biljarten");
  await page.locator("#not_meant-1-meet_games_hobby").click();
  await page.locator("#up-1").click();
  await page.locator("#not_meant-0-meet_games_hobby[aria-pressed=true]").waitFor();
  assert.deepEqual(sent[0].not_meant, [{ need: 0, name: "meet_games_hobby" }]);
  await page.locator("#remove-0").click();
  await page.locator("#own-words").fill("Ik wil schaken");
  await page.locator(".heard .reading").waitFor();
  assert.equal(sent[0].not_meant, undefined);
  await page.context().close();
});

test("a need of a card takes words of its own, and each wish said is one need", async () => {
  const { page, sent } = await openNeeds();
  await choose(page, "do", "do_walking");
  await page.locator("#words-0").click();
  await page.keyboard.type("rustig, met een hond");
  await page.locator("#next-words").click();
  await page.keyboard.type("samen eten");
  await page.locator("#next-words").click();
  await page.keyboard.type("schaken");
  await page.locator(".heard .reading").waitFor();
  assert.deepEqual(sent[0].needs.map(({ concept, text }) => [concept, text]),
    [["do_walking", "rustig, met een hond"], [undefined, "samen eten"], [undefined, "schaken"]]);
  await page.locator("#own-words").fill("");
  assert.equal(await page.locator(".need").count(), 2, "without words there is no wish");
  await page.context().close();
});

test("words that signal danger put the numbers to call above all else, at once", async () => {
  for (const language of kLanguages) {
    const { page } = await openNeeds(language, kForms.phone);
    await page.locator("#own-words").fill("ik wil niet meer leven");
    const call = page.locator(".safety-first a[href='tel:112']");
    await call.waitFor();
    assert.ok(await page.locator(".safety-first a[href='tel:08000113']").isVisible());
    const { top, bottom } = await page.locator(".safety-first").evaluate((notice) => notice.getBoundingClientRect().toJSON());
    assert.ok(top >= 0 && bottom <= kForms.phone.viewport.height, "it is in sight");
    assert.match(await page.locator("#announcer").textContent(), /112/);
    await expectOpenToAll(page, `needs-safety-${language}-phone`);
    await page.locator("#own-words").fill("ik wil wandelen");
    await call.waitFor({ state: "detached" });
    await page.context().close();
  }
});

test("what is said stays when someone goes on and comes back", async () => {
  const { page } = await openNeeds();
  await choose(page, "do", "do_walking");
  await page.locator("#past-add").click();
  await page.locator("#past-what-0").fill("zingen");
  await page.locator("#past-with-0").fill("mijn zus");
  await page.locator("#past-ending-0").selectOption("no_one_to_go_with");
  await goToStep(page, "Uw plan");
  await goToStep(page, "Wat u wilt");
  await page.locator(".need").first().waitFor();
  assert.equal(await page.locator(".need").count(), 1);
  assert.equal(await page.locator("#past-what-0").inputValue(), "zingen");
  assert.equal(await page.locator("#past-with-0").inputValue(), "mijn zus");
  assert.equal(await page.locator("#past-ending-0").inputValue(), "no_one_to_go_with");
  await page.context().close();
});

test("without the service the page says so, and keeps the words", async () => {
  const { page } = await openNeeds();
  await page.route("**/v1/gaps", (route) => route.abort());
  await page.locator("#own-words").fill("samen eten");
  await page.locator(".problem").waitFor();
  assert.equal(await page.locator("#own-words").inputValue(), "samen eten");
  assert.equal(await page.locator(".need").count(), 1);
  await page.context().close();
});
