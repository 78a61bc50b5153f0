// Can everyone use a page? What a machine can tell.
import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { keepPicture, keepText } from "./browser.mjs";

const kAxe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const kTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const kLeastTarget = 24; // CSS pixels, WCAG 2.2 2.5.8

/** Asserts that axe finds no violation on the page as it stands, and keeps its report: which rules passed, and which a person must judge. */
export async function expectAxeFindsNothing(page, what) {
  await page.evaluate(kAxe);
  const { violations, passes, incomplete, testEngine } = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags }), kTags);
  const list = (rules) => rules.map(({ id, nodes }) => ({ rule: id, elements: nodes.length }));
  const address = new URL(page.url());
  keepText(`axe-${what}.json`, JSON.stringify({
    state: what, page: address.pathname + address.search, axe: testEngine.version, violations: list(violations), passed: list(passes), to_judge: list(incomplete),
  }, null, 2));
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`).join("; ")}`);
  assert.deepEqual(found, [], what);
}

/** Asserts that nothing has to be scrolled sideways (WCAG 1.4.10: 320 px). */
export async function expectReflow(page, what) {
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5).map((element) => `${element.tagName}.${element.className}`);
  });
  assert.deepEqual(overflow, [], `${what}: wider than the window`);
}

/** Asserts that buttons, fields and links outside running text are large enough to hit. */
export async function expectTargets(page, what) {
  const small = await page.evaluate((least) => {
    const isInText = (element) => element.tagName === "A" && element.closest("p, dd, li:not(.links > li)") !== null;
    const isSmall = (element) => {
      const label = element.labels?.[0];
      const boxes = [element, ...(label ? [label] : [])].map((part) => part.getBoundingClientRect());
      return boxes.every(({ width, height }) => width < least || height < least);
    };
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
      .filter((element) => element.checkVisibility() && !isInText(element) && !element.classList.contains("skip") && isSmall(element))
      .map((element) => element.outerHTML.slice(0, 120));
  }, kLeastTarget);
  assert.deepEqual(small, [], `${what}: targets under ${kLeastTarget} px`);
}

/** Asserts that each list to choose from shows its arrow, by which one knows it. */
export async function expectArrows(page, what) {
  const plain = await page.evaluate(() => [...document.querySelectorAll("select")].filter((list) => list.checkVisibility())
    .filter((list) => getComputedStyle(list).appearance === "none").map((list) => list.outerHTML.slice(0, 120)));
  assert.deepEqual(plain, [], `${what}: lists without an arrow`);
}

/** Asserts that a screen reader is given landmarks, headings that skip no level, and a name for all that can be used; keeps what it is given. */
export async function expectTree(page, what) {
  const tree = await page.locator("body").ariaSnapshot();
  keepText(`tree-${what}.txt`, tree);
  for (const landmark of ["banner", "navigation", "main", "contentinfo"]) assert.match(tree, new RegExp(`^ *- ${landmark}\\b`, "m"), `${what}: ${landmark}`);
  const levels = [...tree.matchAll(/- heading .*\[level=(\d)\]/g)].map(([, level]) => Number(level));
  assert.equal(levels[0], 1, what);
  assert.deepEqual(levels.filter((level, at) => at > 0 && level > levels[at - 1] + 1), [], `${what}: levels of headings`);
  const nameless = [...tree.matchAll(/^ *- (button|link|checkbox|radio|textbox|combobox)( \[[^\]]*\])*(:.*)?$/gm)].map(([line]) => line.trim());
  assert.deepEqual(nameless, [], `${what}: without a name`);
}

/** Asserts that no text is missing: its path would show. */
export async function expectWords(page, what) {
  assert.doesNotMatch(await page.evaluate(() => document.body.outerHTML), /["'>](conversation|nurse|search|activity|frame)\.[a-z]/, what);
}

/** Asserts that everyone can use the page as it stands, and keeps its picture. */
export async function expectOpenToAll(page, what) {
  await expectWords(page, what);
  await expectAxeFindsNothing(page, what);
  await expectReflow(page, what);
  await expectTargets(page, what);
  await expectArrows(page, what);
  await keepPicture(page, what);
}
