// Does a value hold to a JSON Schema of a standard? Compiles each schema once.
//
// The compiled schemas of HSDS and Open Referral UK name no dialect; ajv reads them as draft 07 and gives the same verdict as in 2020-12.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const zlib = require("node:zlib");
const Ajv = require("ajv").default;
const Ajv2020 = require("ajv/dist/2020").default;
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
  return checkerOf(ajv.compile(schema));
}

/** value => list of {pointer, message}, for a function of ajv. */
function checkerOf(validate) {
  return (value) => {
    if (validate(value)) return [];
    return validate.errors.map((error) => ({ pointer: error.instancePath, message: error.message }));
  };
}

/** A copy of `schema` in which no object has a member that is not described. */
function closeObjects(schema) {
  if (Array.isArray(schema)) return schema.map(closeObjects);
  if (schema === null || typeof schema !== "object") return schema;
  const closed = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closeObjects(value)]));
  const isOpen = schema.properties !== undefined && schema.type !== undefined && schema.additionalProperties === undefined;
  return isOpen ? { ...closed, additionalProperties: false } : closed;
}

/** Checkers of the schemas in an OpenAPI 3.1 document, by their JSON pointers; a member that none describes is a fault. */
function compileOpenapi(openapi) {
  const document = { ...openapi, components: { ...openapi.components, schemas: closeObjects(openapi.components.schemas) } };
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ $id: "https://kring.invalid/openapi", ...document });
  const checkers = new Map();
  return (pointer) => {
    if (!checkers.has(pointer)) checkers.set(pointer, checkerOf(ajv.compile({ $ref: `https://kring.invalid/openapi#${pointer}` })));
    return checkers.get(pointer);
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

module.exports = { compileOpenapi, compileSchema, loadJson, schemaOf };
