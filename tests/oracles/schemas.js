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

/** Compiles `schema` (parsed), which may refer to the `others` by their names; returns value => list of {pointer, message}. */
function compileSchema(schema, others = {}) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  for (const [name, other] of Object.entries(others)) ajv.addSchema(other, name);
  const validate = ajv.compile(schema);
  return (value) => {
    if (validate(value)) return [];
    return validate.errors.map((error) => ({ pointer: error.instancePath, message: error.message }));
  };
}

/** The schemas beside `file`, by name: those of HSDS that are not compiled refer to each other. */
function neighboursOf(file) {
  const folder = path.dirname(file);
  const names = fs.readdirSync(folder).filter((name) => name.endsWith(".json") && name !== "openapi.json");
  return Object.fromEntries(names.map((name) => [name, loadJson(path.join(folder, name))]));
}

const compiled = new Map();

/** The checker of the schema at `file`; kept, as compiling takes a second. */
function schemaOf(file) {
  const key = path.resolve(file);
  if (!compiled.has(key)) {
    const isWhole = path.basename(path.dirname(key)) === "compiled";
    compiled.set(key, compileSchema(loadJson(key), isWhole ? {} : neighboursOf(key)));
  }
  return compiled.get(key);
}

module.exports = { compileSchema, loadJson, schemaOf };
