// Does a value hold to a JSON Schema of a standard? Compiles each schema once.
//
// The compiled schemas of HSDS and Open Referral UK name no dialect; ajv reads them as draft 07 and gives the same verdict as in 2020-12.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const zlib = require("node:zlib");
const Ajv = require("ajv").default;
const addFormats = require("ajv-formats").default;

/** The bytes of `file`, or of its compressed copy `file`.gz, as JSON. */
function loadJson(file) {
  const bytes = fs.existsSync(file) ? fs.readFileSync(file) : zlib.gunzipSync(fs.readFileSync(`${file}.gz`));
  return JSON.parse(bytes.toString("utf8"));
}

/** Compiles `schema` (parsed); returns value => list of {pointer, message}. */
function compileSchema(schema) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  return (value) => {
    if (validate(value)) return [];
    return validate.errors.map((error) => ({ pointer: error.instancePath, message: error.message }));
  };
}

const compiled = new Map();

/** The checker of the schema at `file`; kept, as compiling takes a second. */
function schemaOf(file) {
  const key = path.resolve(file);
  if (!compiled.has(key)) compiled.set(key, compileSchema(loadJson(key)));
  return compiled.get(key);
}

module.exports = { compileSchema, loadJson, schemaOf };
