// Can someone say what must fit, take it back, and see at the field what is wrong?
import { strict as assert } from "node:assert";
import { after, before, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { expectOpenToAll } from "./access.mjs";
import { kForms, kShown, openStep } from "./asking.mjs";
import { openKring } from "./browser.mjs";
import { goToStep } from "./trail.mjs";

const kLanguages = ["nl", "en"];
const kLabels = {
  nl: { step: "Wat moet passen", needs: "Wat u wilt", sound: "Alles klopt.", age: /van 0 tot en met 120/ },
  en: { step: "What must fit", needs: "What you want", sound: "All is right.", age: /from 0 to 120/ },
};

let kring;
before(async () => { kring = await openKring(); });
after(() => kring.close());

async function openFit(language = "nl", options = {}) {
  const { page, faults, sent } = await openStep(kring, language, options, kLabels[language].step);
  await page.locator("#check").waitFor();
  /** The profile as it stands, once the service has judged it. */
  const check = async () => {
    const answered = page.waitForResponse("**/v1/gaps");
    await page.locator("#check").click();
    await answered;
    return sent[0];
  };
  return { page, faults, check };
}

function focused(page) {
  return page.evaluate(() => document.activeElement.id);
}

test("empty, filled in and with faults the form is open to everyone", async () => {
  for (const [language, form] of kShown) {
    const { page, check } = await openFit(language, kForms[form]);
    const name = (state) => `fit-${state}-${language}-${form}`;
    await expectOpenToAll(page, name("empty"));
    await page.locator("#age").fill("400");
    await page.locator("#travel-walk").check();
    await page.locator("#availability-all-MO").click();
    await page.locator("#tried-add").click();
    await page.locator("#avoided").click();
    await page.locator("#words").fill("bingo");
    await page.locator("#words-add").click();
    await check();
    await page.locator("#age[aria-invalid=true]").waitFor();
    await expectOpenToAll(page, name("filled"));
    await page.context().close();
  }
});

test("what is shown is valid HTML", async () => {
  const { page, check } = await openFit();
  await page.locator("#age").fill("400");
  await page.locator("#travel-walk").check();
  await page.locator("#words").evaluate((field) => field.closest("details").setAttribute("open", ""));
  await page.locator("#words").fill("bingo");
  await page.locator("#words-add").click();
  await page.locator("#tried-add").click();
  await check();
  await page.locator("#age[aria-invalid=true]").waitFor();
  const report = await new HtmlValidate({ extends: ["html-validate:standard"] }).validateString(await page.content());
  const found = report.results.flatMap((result) => result.messages).filter((message) => message.severity === 2);
  assert.deepEqual(found.map((message) => `${message.ruleId}: ${message.message} (${message.selector})`), []);
  await page.context().close();
});

test("nothing has to be answered, and nothing is sent that was not", async () => {
  for (const language of kLanguages) {
    const { page, check, faults } = await openFit(language);
    assert.deepEqual(await check(), { language });
    await page.getByText(kLabels[language].sound).waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  }
});

test("each answer goes where the profile has it", async () => {
  const { page, check } = await openFit();
  await page.locator("#age").fill("28");
  await page.locator("#postcode").fill("6822");
  await page.locator("#gender-woman").check();
  for (const code of ["ar", "nl"]) await page.locator(`#languages-${code}`).check();
  await page.locator("#travel-public_transport").check();
  await page.locator("#travel-public_transport-minutes").fill("40");
  await page.locator("#attendance-in_person").check();
  await page.locator("#start-30").check();
  await page.locator("#cost-2-5").check();
  await page.locator("#access-quiet").check();
  await page.locator("#size-small_group").check();
  await page.locator("#support-yes").check();
  await page.locator("#referral-no").check();
  await page.locator("#dislikes").fill("bingo");
  await page.locator("#dislikes").press("Enter");
  assert.deepEqual(await check(), {
    language: "nl",
    person: { age: 28, postcode: "6822", gender: "woman", languages: ["ar", "nl"] },
    practical: {
      travel: [{ mode: "public_transport", max_minutes: 40 }], attendance: ["in_person"], start_within_days: 30, max_cost_per_session: 2.5,
      access_needs: ["quiet"], group_size: "small_group", first_step_support: true, can_get_referral: false,
    },
    dislikes: ["bingo"],
  });
  await page.context().close();
});

test("each language is called by its name", async () => {
  for (const language of ["nl", "en"]) {
    const { page } = await openFit(language);
    const names = await page.locator("label:has([id^='languages-'])").allTextContents();
    assert.ok(names.length > 20);
    for (const name of names) assert.match(name, /^\p{Lu}\p{L}{3,}/u, "no code");
    await page.context().close();
  }
});

test("each answer can be taken back, and is then not known", async () => {
  const { page, check } = await openFit();
  await page.locator("#age").fill("28");
  await page.locator("#gender-man").check();
  await page.locator("#travel-none").check();
  await page.locator("#access-none").check();
  await page.locator("#support-no").check();
  await page.locator("#availability-any").check();
  assert.deepEqual(await check(), {
    language: "nl", person: { age: 28, gender: "man" },
    practical: {
      travel: [], access_needs: [], first_step_support: false,
      availability: [{ days: ["MO", "TU", "WE", "TH", "FR", "SA", "SU"], from: "06:00", to: "24:00" }],
    },
  });
  for (const name of ["age", "gender", "travel", "access", "support", "availability"]) await page.locator(`#${name}-forget`).click();
  assert.equal(await focused(page), "availability-any");
  assert.equal(await page.locator("#age").inputValue(), "");
  assert.equal(await page.locator("input:checked").count(), 0);
  assert.deepEqual(await check(), { language: "nl" });
  await page.context().close();
});

test("free hours are chosen by keyboard, box by box and a day at once", async () => {
  const { page, check } = await openFit();
  await page.locator("#availability-MO-morning").focus();
  await page.keyboard.press("Space");
  assert.equal(await focused(page), "availability-MO-morning");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.locator("#availability-all-TU").focus();
  await page.keyboard.press("Enter");
  await page.locator("#availability-SA-evening").check();
  await page.locator("#availability-SA-morning").check();
  await page.locator("#availability-all-WE").click();
  await page.locator("#availability-all-WE").click();
  assert.deepEqual((await check()).practical.availability, [
    { days: ["MO"], from: "06:00", to: "18:00" },
    { days: ["TU"], from: "06:00", to: "24:00" },
    { days: ["SA"], from: "06:00", to: "12:00" },
    { days: ["SA"], from: "18:00", to: "24:00" },
  ]);
  await page.context().close();
});

test("who cannot leave the house has no journeys, and who travels can", async () => {
  const { page, check } = await openFit();
  await page.locator("#travel-walk").check();
  await page.locator("#travel-none").check();
  assert.equal(await page.locator("#travel-walk").isChecked(), false);
  assert.deepEqual((await check()).practical.travel, []);
  await page.locator("#travel-bicycle").check();
  assert.equal(await page.locator("#travel-none").isChecked(), false);
  assert.deepEqual((await check()).practical.travel, [{ mode: "bicycle", max_minutes: 30 }]);
  await page.context().close();
});

test("what the service finds wrong stands at the field, and the first of it gets the focus", async () => {
  for (const language of kLanguages) {
    const { page, check } = await openFit(language);
    await page.locator("#travel-walk").check();
    await page.locator("#travel-walk-minutes").fill("veel");
    await page.locator("#cost-own").fill("-1");
    await page.locator("#age").fill("400");
    await check();
    await page.locator("#cost-own[aria-invalid=true]").waitFor();
    assert.equal(await focused(page), "age");
    assert.match(await page.locator("#age-fault").textContent(), kLabels[language].age);
    assert.ok((await page.locator("#travel-walk-minutes-fault").textContent()).length > 0);
    assert.match(await page.locator("#age").getAttribute("aria-describedby"), /age-fault/);
    await page.locator("#age").fill("40");
    await page.locator("#age[aria-invalid]").waitFor({ state: "detached" });
    assert.ok((await page.locator("#cost-own-fault").textContent()).length > 0, "the others stand");
    await page.context().close();
  }
});

test("a postcode that is none is said at once, and that goes when it is mended", async () => {
  const { page } = await openFit();
  await page.locator("#postcode").fill("68");
  await page.locator("#postcode[aria-invalid=true]").waitFor();
  await page.locator("#postcode").fill("6822 AB");
  await page.locator("#postcode[aria-invalid]").waitFor({ state: "detached" });
  assert.equal(await page.locator("#postcode-fault").textContent(), "");
  await page.context().close();
});

test("what is to be avoided is closed at first, is never printed, and goes where the profile has it", async () => {
  const { page, check } = await openFit();
  assert.equal(await page.locator("#words").isVisible(), false);
  await page.locator("#avoided").focus();
  await page.keyboard.press("Enter");
  await page.locator("#concepts").selectOption("meet_faith");
  await page.locator("#concepts-add").click();
  await page.locator("#words").fill("alcohol");
  await page.locator("#organizations").fill("De Brug");
  await page.locator("#places").fill("6511");
  await page.locator("#places").press("Enter");
  await page.locator("#hours-all-SU").click();
  assert.deepEqual((await check()).avoid, {
    concepts: ["meet_faith"], words: ["alcohol"], organizations: ["De Brug"], places: ["6511"],
    hours: [{ days: ["SU"], from: "06:00", to: "24:00" }],
  });
  await page.locator("#words-add").click();
  await page.locator("#words-remove-0").click();
  assert.equal(await focused(page), "words");
  assert.equal((await check()).avoid.words, undefined);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".avoided").isVisible(), false);
  await page.context().close();
});

test("what was tried, and what someone used to do, stand side by side in the profile", async () => {
  const { page, check } = await openFit();
  await page.locator("#tried-add").click();
  await page.locator("#tried-0-text").fill("eetclub");
  await page.locator("#tried-0-outcome").selectOption("never_got_in");
  await page.locator("#tried-0-reason").selectOption("no_place");
  await goToStep(page, kLabels.nl.needs);
  await page.locator("#past-add").click();
  await page.locator("#past-what-0").fill("zingen");
  await page.locator("#past-with-0").fill("mijn zus");
  await page.locator("#past-ending-0").selectOption("too_far");
  await goToStep(page, kLabels.nl.step);
  await page.locator(".tried-row").first().waitFor();
  assert.equal(await page.locator(".tried-row").count(), 1);
  await page.locator("#tried-add").click();
  const profile = await check();
  assert.deepEqual(profile.interests, ["zingen"]);
  assert.deepEqual(profile.tried, [
    { text: "eetclub", outcome: "never_got_in", reason: "no_place" },
    { text: "zingen – mijn zus", outcome: "stopped", reason: "too_far" },
  ]);
  await page.context().close();
});

test("what someone's own words say already stands at the question, and danger above all", async () => {
  for (const language of kLanguages) {
    const { page } = await openFit(language, kForms.phone);
    await goToStep(page, kLabels[language].needs);
    await page.locator("#own-words").fill("biljarten, niet in de avond. ik wil niet meer leven");
    await goToStep(page, kLabels[language].step);
    await page.locator("#question-availability-said").filter({ hasText: "niet in de avond" }).waitFor();
    assert.ok(await page.locator(".safety-first a[href='tel:112']").isVisible());
    assert.equal(await page.locator("#question-cost-said").textContent(), "");
    await expectOpenToAll(page, `fit-said-${language}-phone`);
    await page.context().close();
  }
});

test("without the service the form says so, and keeps the answers", async () => {
  const { page } = await openFit();
  await page.route("**/v1/gaps", (route) => route.abort());
  await page.locator("#age").fill("40");
  await page.locator("#check").click();
  await page.locator(".form-status .problem").waitFor();
  assert.equal(await page.locator("#age").inputValue(), "40");
  await page.context().close();
});
