#!/usr/bin/env node
// Which of the JSON documents on standard input break which rule of a schema?
//
// Usage: check_documents.js SCHEMA.json — reads and prints what verdicts.js says.
"use strict";
const { schemaOf } = require("./schemas");
const { judgeLines } = require("./verdicts");

const check = schemaOf(process.argv[2]);
judgeLines(() => check);
