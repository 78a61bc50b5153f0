// Do the outside validators find a fault that was planted? One that passes everything would prove nothing.
"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { RpdeValidator } = require("@openactive/rpde-validator");
const { Package } = require("datapackage");
const { compileOpenapi, compileSchema } = require("./schemas");

test("ajv tells a uuid and a date from what is none", () => {
  const check = compileSchema({
    type: "object",
    required: ["id"],
    properties: { id: { type: "string", format: "uuid" }, day: { type: "string", format: "date" } },
  });
  assert.deepEqual(check({ id: "ac148810-d857-441c-9679-408f346de14b", day: "2026-11-26" }), []);
  assert.deepEqual(check({ id: "1", day: "26 november" }).map((error) => error.pointer).sort(), ["/day", "/id"]);
  assert.equal(check({}).length, 1);
});

test("a member that an OpenAPI document does not describe is a fault", () => {
  const card = { type: "object", required: ["id"], properties: { id: { type: "string" }, tags: { type: "object", properties: {} } } };
  const page = { type: "object", properties: { card: { oneOf: [{ $ref: "#/components/schemas/Card" }, { type: "null" }] } } };
  const openapi = { openapi: "3.1.0", components: { schemas: { Card: card, Page: page } } };
  const planted = { card: { id: "1", colour: "red" } };
  assert.deepEqual(compileOpenapi(openapi)("/components/schemas/Page")({ card: { id: "1" } }), []);
  assert.deepEqual(compileOpenapi(openapi)("/components/schemas/Page")({ card: null }), []);
  assert.notDeepEqual(compileOpenapi(openapi)("/components/schemas/Page")(planted), []);
});

test("the data package reader tells a table that lacks a required cell", async () => {
  const fields = [{ name: "id", type: "string", constraints: { required: true } }];
  const tableOf = async (data) => {
    const descriptor = { name: "planted", resources: [{ name: "services", data, schema: { fields } }] };
    return (await Package.load(descriptor)).resources[0].read();
  };
  assert.deepEqual(await tableOf([["id"], ["one"]]), [["one"]]);
  await assert.rejects(tableOf([["id"], [""]]));
});

test("the RPDE validator is the official one", () => {
  assert.equal(typeof RpdeValidator, "function");
});
