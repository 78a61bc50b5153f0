#!/usr/bin/env node
// Which of the JSON documents on standard input break which rule of an OpenAPI document's schemas?
//
// Usage: check_openapi.js OPENAPI.json — reads lines {subject, schema, document}, schema being a JSON pointer into
// the OpenAPI document, and prints what check_documents.js prints. Answers may grow within a version, so the schemas leave
// objects open; here a member that is not described is a fault.
"use strict";
const { loadJson, compileOpenapi } = require("./schemas");
const { judgeLines } = require("./verdicts");

const schemaAt = compileOpenapi(loadJson(process.argv[2]));
judgeLines(({ schema }) => schemaAt(schema));
