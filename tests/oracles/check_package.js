#!/usr/bin/env node
// Which tables of a data package break their own description, by the reader of the Frictionless Data project?
//
// Usage: check_package.js FOLDER — prints, by table ("datapackage.json" for the description), {checked, faulty, faults:
// [{pointer, message, count, example}]}: types, constraints, and foreign keys that lead nowhere.
"use strict";
const path = require("node:path");
const { Package } = require("datapackage");

const DESCRIPTOR = "datapackage.json";

function makeVerdict(checked, messages) {
  const faults = messages.map((message) => ({ pointer: "", message, count: 1, example: null }));
  return { checked, faulty: messages.length, faults };
}

function messagesOf(error) {
  return error.multiple ? error.errors.map((one) => one.message) : [error.message];
}

async function checkTable(table) {
  try {
    return makeVerdict((await table.read({ relations: true })).length, []);
  } catch (error) {
    return makeVerdict(1, messagesOf(error));
  }
}

async function main() {
  const folder = process.argv[2];
  const dataPackage = await Package.load(path.join(folder, DESCRIPTOR), { basePath: folder });
  const verdicts = { [DESCRIPTOR]: makeVerdict(1, dataPackage.errors.flatMap(messagesOf)) };
  for (const table of dataPackage.resources) {
    verdicts[table.name] = await checkTable(table);
  }
  process.stdout.write(`${JSON.stringify(verdicts)}\n`);
}

main();
