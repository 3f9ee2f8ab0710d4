import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { loadText, refusal } from "./load-text.js";

it.each([
  ["Swagger 1.2", 'swaggerVersion: "1.2"\napis: []', "is a Swagger 1.x document."],
  ["AsyncAPI", "asyncapi: 3.0.0\nchannels: {}", "is an AsyncAPI document; events have no calls."],
  ["an Arazzo description", "arazzo: 1.0.1\nworkflows: []", "is an Arazzo description of workflows."],
  ["an overlay", "overlay: 1.0.0\nactions: []", "is an OpenAPI Overlay, which changes a document and is none."],
  ["OpenRPC", "openrpc: 1.3.2\nmethods: []", "is an OpenRPC document."],
  [
    "a Postman collection",
    '{ "info": { "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" }, "item": [] }',
    "is a Postman collection.",
  ],
  ["an Insomnia export", '{ "_type": "export", "resources": [] }', "is an Insomnia export."],
  ["a HAR recording", '{ "log": { "entries": [{}] } }', "is a HAR recording."],
  ["Google Discovery", '{ "kind": "discovery#restDescription" }', "is a Google API discovery document."],
  ["an introspection of GraphQL", '{ "data": { "__schema": {} } }', "is a GraphQL schema; GraphQL has no"],
  ["GraphQL", '"""All."""\ntype Query {\n  pets: [Pet]\n}', "is a GraphQL schema; GraphQL has no"],
  [
    "a JSON Schema",
    '{ "type": "object", "properties": {} }',
    "is a JSON Schema, which describes data and no operations.",
  ],
  ["an overrides file", "pack: { name: x }\nactions: []", "is an overrides file."],
  ["an empty object", "{}", "is an empty object."],
  ["RAML", "#%RAML 1.0\ntitle: T", "is a RAML document."],
  ["API Blueprint", "FORMAT: 1A\n\n# T", "is an API Blueprint."],
  ["a page", "\n<!DOCTYPE html>\n<html></html>", "is an HTML page."],
  ["WSDL", '<?xml version="1.0"?>\n<wsdl:definitions name="x"/>', "is a WSDL document."],
  ["XML", '<?xml version="1.0"?>\n<a/>', "is XML."],
  ["protobuf", 'syntax = "proto3";', "is a Protocol Buffers definition."],
])("says what a document is that is %s", async (_, text, says) => {
  const [only, ...others] = await refusal({ "api.txt": text });
  expect(others).toEqual([]);
  expect(only).toMatch(/^not-openapi api\.txt:1:\d+ The document `api\.txt` /);
  expect(only).toContain(says);
});

it("says that a document is compressed", async () => {
  const [only] = await refusal({ "api.json": gzipSync('{"openapi":"3.1.0"}') });
  expect(only).toBe("not-openapi api.json:1:1 The document `api.json` is compressed with gzip.");
});

it.each([
  ["a byte order mark", '\uFEFF{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{}}', "api.json"],
  [
    "a type in its first comment",
    '# type Query {\nopenapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths: {}\n',
    "api.yaml",
  ],
  [
    "an extension named overlay",
    'x-overlay: 1\nopenapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths: {}\n',
    "api.yaml",
  ],
])("reads a document with %s", async (_, text, name) => {
  expect((await loadText({ [name]: text })).version).toBe("3.1");
});
