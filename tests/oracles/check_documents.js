#!/usr/bin/env node
// Which of the JSON documents on standard input break which rule of a schema?
//
// Usage: check_documents.js SCHEMA.json — reads lines {subject, document} and prints, by subject, {checked, faulty,
// faults: [{pointer, message, count, example}]}, most frequent fault first; numbers in pointers are "*".
"use strict";
const readline = require("node:readline");
const { schemaOf } = require("./schemas");

class Verdict {
  checked = 0;
  faulty = 0;
  faults = new Map();

  add(document, found) {
    this.checked += 1;
    this.faulty += found.length > 0 ? 1 : 0;
    for (const { pointer, message } of found) {
      const place = pointer.replace(/\/\d+/g, "/*");
      const key = `${place} ${message}`;
      if (!this.faults.has(key)) this.faults.set(key, { pointer: place, message, count: 0, example: document.id ?? null });
      this.faults.get(key).count += 1;
    }
  }

  toJSON() {
    const faults = [...this.faults.values()].sort((left, right) => right.count - left.count);
    return { checked: this.checked, faulty: this.faulty, faults };
  }
}

async function main() {
  const check = schemaOf(process.argv[2]);
  const verdicts = {};
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { subject, document } = JSON.parse(line);
    verdicts[subject] ??= new Verdict();
    verdicts[subject].add(document, check(document));
  }
  process.stdout.write(`${JSON.stringify(verdicts)}\n`);
}

main();
