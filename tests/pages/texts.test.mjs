// Is every text there in every language, and easy to read in Dutch?
import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const kWeb = fileURLToPath(new URL("../../service/web/", import.meta.url));
const kMeanWords = 12; // a sentence, for B1
const kMostWords = 20;

function listTexts(node, path = "") {
  if (typeof node === "string") return [[path, node]];
  return Object.entries(node).flatMap(([name, entry]) => listTexts(entry, path === "" ? name : `${path}.${name}`));
}

const texts = Object.fromEntries(readdirSync(`${kWeb}texts`).map((name) =>
  [name.replace(".json", ""), new Map(listTexts(JSON.parse(readFileSync(`${kWeb}texts/${name}`, "utf-8"))))]));

test("all languages have the same texts, with the same values", () => {
  const marks = (text) => [...text.matchAll(/\{\w+\}/g)].map(([mark]) => mark).sort().join();
  for (const [language, own] of Object.entries(texts)) {
    assert.deepEqual([...own.keys()].sort(), [...texts.nl.keys()].sort(), language);
    for (const [path, text] of own) assert.equal(marks(text), marks(texts.nl.get(path)), `${language} ${path}`);
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

test(`Dutch sentences have at most ${kMostWords} words, ${kMeanWords} in the mean`, () => {
  const lengths = [];
  for (const [path, text] of texts.nl) {
    for (const sentence of text.split(/(?<=[.?!:])\s+/)) {
      const words = sentence.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length;
      assert.ok(words <= kMostWords, `${path}: ${words} words: ${sentence}`);
      if (words > 0) lengths.push(words);
    }
  }
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  assert.ok(mean <= kMeanWords, `mean ${mean}`);
});
