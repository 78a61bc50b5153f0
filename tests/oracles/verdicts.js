// How is told what is wrong with many documents?
"use strict";
const readline = require("node:readline");

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

/**
 * Reads lines {subject, document} from standard input and prints, by subject, {checked, faulty, faults: [{pointer, message,
 * count, example}]}, most frequent fault first; numbers in pointers are "*". `checkerOf` gives a line's checker, which
 * lists the faults of a document.
 */
async function judgeLines(checkerOf) {
  const verdicts = {};
  for await (const text of readline.createInterface({ input: process.stdin })) {
    const line = JSON.parse(text);
    verdicts[line.subject] ??= new Verdict();
    verdicts[line.subject].add(line.document, checkerOf(line)(line.document));
  }
  process.stdout.write(`${JSON.stringify(verdicts)}\n`);
}

module.exports = { judgeLines };
