// Is every text there in every language, and easy to read in Dutch?
import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const kWeb = fileURLToPath(new URL("../../service/web/", import.meta.url));
const kMeanWords = 12; // a sentence, for B1
const kMostWords = 20;
const kOfTalk = /^(conversation\.|map\.|place\.|read_aloud\.|login\.needed$)/;

function listTexts(node, path = "") {
  if (typeof node === "string") return [[path, node]];
  return Object.entries(node).flatMap(([name, entry]) => listTexts(entry, path === "" ? name : `${path}.${name}`));
}

const kFiles = Object.fromEntries(readdirSync(`${kWeb}texts`).map((name) =>
  [name.replace(".json", ""), JSON.parse(readFileSync(`${kWeb}texts/${name}`, "utf-8"))]));
const texts = Object.fromEntries(Object.entries(kFiles).map(([language, { variants: _, ...own }]) => [language, new Map(listTexts(own))]));
/** language -> manner -> the texts that are other in that manner. */
const variants = Object.fromEntries(Object.entries(kFiles).map(([language, file]) =>
  [language, Object.fromEntries(Object.entries(file.variants ?? {}).map(([manner, own]) => [manner, new Map(listTexts(own))]))]));

function marks(text) {
  return [...text.matchAll(/\{\w+\}/g)].map(([mark]) => mark).sort().join();
}

function isPolite(text) {
  return /(?<!\p{L})(u|uw|uzelf)(?!\p{L})/iu.test(text.replace(/‘u’/g, ""));
}

test("all languages have the same texts, with the same values", () => {
  for (const [language, own] of Object.entries(texts)) {
    assert.deepEqual([...own.keys()].sort(), [...texts.nl.keys()].sort(), language);
    for (const [path, text] of own) assert.equal(marks(text), marks(texts.nl.get(path)), `${language} ${path}`);
  }
});

test("a text in another manner stands for one that there is, with the same values", () => {
  for (const [language, manners] of Object.entries(variants)) {
    for (const [manner, own] of Object.entries(manners)) {
      for (const [path, text] of own) assert.equal(marks(text), marks(texts[language].get(path) ?? "{none}"), `${language} ${manner} ${path}`);
    }
  }
});

test("who is called ‘je’ is so in each text of the talk, in whatever company", () => {
  const familiar = Object.keys(variants.nl).filter((manner) => /^je(_|$)/.test(manner));
  for (const manner of familiar) assert.deepEqual([...variants.nl[manner]].filter(([, text]) => isPolite(text)), [], manner);
  const lack = (own, manner) => [...own].filter(([path, text]) => kOfTalk.test(path) && isPolite(text) && !variants.nl[manner]?.has(path));
  assert.deepEqual(lack(texts.nl, "je"), []);
  for (const [manner, own] of Object.entries(variants.nl)) {
    if (!familiar.includes(manner)) assert.deepEqual(lack(own, `je_${manner}`), []);
  }
});

test("each text that the pages name is there", () => {
  const sources = readdirSync(`${kWeb}source`, { recursive: true }).filter((name) => String(name).endsWith(".ts"));
  for (const name of sources) {
    const source = readFileSync(`${kWeb}source/${name}`, "utf-8");
    for (const [, path] of source.matchAll(/\.say\("([^"]+)"/g)) assert.ok(texts.nl.has(path), `${name}: ${path}`);
    for (const [, path] of source.matchAll(/\.count\("([^"]+)"/g)) assert.ok(texts.nl.has(`${path}.other`), `${name}: ${path}`);
    assert.doesNotMatch(source, /innerHTML/, `${name}: text is never read as markup`);
  }
});

for (const [manner, own] of [["base", texts.nl], ...Object.entries(variants.nl)]) test(`Dutch sentences (${manner}) have at most ${kMostWords} words, ${kMeanWords} in the mean`, () => {
  const lengths = [];
  for (const [path, text] of own) {
    for (const sentence of text.split(/(?<=[.?!:])\s+/)) {
      const words = sentence.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length;
      assert.ok(words <= kMostWords, `${path}: ${words} words: ${sentence}`);
      if (words > 0) lengths.push(words);
    }
  }
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  assert.ok(mean <= kMeanWords, `mean ${mean}`);
});
