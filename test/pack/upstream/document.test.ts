import { readFileSync } from "node:fs";
import SwaggerParser from "@apidevtools/swagger-parser";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Facts, readFacts } from "./read-facts.mjs";
import {
  type Found,
  isList,
  isObject,
  type Json,
  type JsonObject,
  listObjects,
  listOperations,
  listSchemas,
  resolve,
} from "./walk-document.js";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const document: JsonObject = parse(read("../../../spec/mem0.openapi.yaml"));
const operations = listOperations(document);
const objects = listObjects(document);
const schemas = listSchemas(document);
/** Added to every operation, and marked once where they are defined. */
const EVERYWHERE = new Set(["401", "429"]);

describe("spec/mem0.openapi.yaml", () => {
  it("is valid OpenAPI", async () => {
    const api = await SwaggerParser.validate(structuredClone(document) as never);
    expect(api.info.title).toBe("Mem0 Platform API");
  });

  it("has unique operationIds", () => {
    const ids = operations.map(({ value }) => value.operationId);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids).toHaveLength(55);
  });

  it("has no reference that leads nowhere", () => {
    const refs = objects.filter(({ value }) => typeof value.$ref === "string");
    expect(refs.length).toBeGreaterThan(100);
    expect(refs.filter(({ value }) => resolve(document, String(value.$ref)) === undefined)).toEqual([]);
  });

  it("has no component that nothing uses", () => {
    const used = new Set(objects.map(({ value }) => value.$ref));
    const components = Object.entries(document.components ?? {}).filter(([kind]) => kind !== "securitySchemes");
    const names = components.flatMap(([kind, map]) => Object.keys(map).map((name) => `#/components/${kind}/${name}`));
    expect(names.filter((name) => !used.has(name))).toEqual([]);
  });

  it("says what every list and every object holds", () => {
    const lists = schemas.filter(({ value }) => types(value).includes("array"));
    const bags = schemas.filter(({ value }) => types(value).includes("object"));
    expect(lists.length).toBeGreaterThan(40);
    expect(lists.filter(({ value }) => value.items === undefined).map(at)).toEqual([]);
    expect(
      bags
        .filter(({ value }) => !isObject(value.properties) && value.additionalProperties === undefined)
        .filter(({ value }) => value.required === undefined)
        .map(at),
    ).toEqual([]);
  });

  it("answers 401 and 429 everywhere, the latter with the time to wait", () => {
    const without = operations.filter(({ value }) => {
      const limited = answer(value, "429");
      return !isObject(answer(value, "401")) || !isObject(limited) || !isObject(limited.headers);
    });
    expect(without.map(({ place }) => place)).toEqual([]);
  });

  it("gives every operation a summary, a sentence and one listed tag", () => {
    const tags = isList(document.tags) ? document.tags.map((tag) => (isObject(tag) ? tag.name : tag)) : [];
    const poor = operations.filter(
      ({ value }) => !value.summary || !value.description || !isList(value.tags) || !tags.includes(value.tags[0] ?? ""),
    );
    expect(poor.map(({ place }) => place)).toEqual([]);
  });

  it("marks as observed what the published document does not have", () => {
    const facts: Facts = JSON.parse(read("facts.json"));
    const own = readFacts(document);
    const unmarked = operations.flatMap(({ place, value }) => {
      const published = facts.operations[place];
      const mine = own.operations[place];
      if (published === undefined || mine === undefined) return [`${place}: unknown`];
      const marked = isObject(value["x-observed"]);
      const parameters = Object.keys(mine.parameters)
        .filter((key) => published.parameters[key] === undefined)
        .filter(
          (key) => !list(value.parameters).some((entry) => key.endsWith(`:${entry.name}`) && entry["x-observed"]),
        );
      const properties = Object.keys(mine.body?.properties ?? {})
        .filter((name) => published.body?.properties[name] === undefined)
        .filter((name) => !isObject(bodyProperty(value, name)?.["x-observed"]));
      const statuses = Object.keys(mine.responses)
        .filter((status) => published.responses[status] === undefined)
        .filter((status) => !(EVERYWHERE.has(status) ? isObject(answer(value, status)?.["x-observed"]) : marked));
      return [...parameters, ...properties, ...statuses].map((name) => `${place}: ${name}`);
    });
    expect(unmarked).toEqual([]);
  });

  it("gives each observation a known source and a note", () => {
    const sources = ["sdk", "cli", "docs", "changelog", "spec", "inference"];
    const notes = objects.filter(({ pointer }) => pointer.endsWith("/x-observed"));
    expect(notes.length).toBeGreaterThan(20);
    expect(notes.filter(({ value }) => !sources.includes(String(value.source)) || !value.note).map(at)).toEqual([]);
  });
});

function at(found: Found): string {
  return found.pointer;
}

function types(schema: JsonObject): readonly Json[] {
  return isList(schema.type) ? schema.type : schema.type === undefined ? [] : [schema.type];
}

function list(value: Json | undefined): readonly JsonObject[] {
  return isList(value) ? value.map((entry) => follow(entry) ?? {}) : [];
}

function follow(value: Json | undefined): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  return typeof value.$ref === "string" ? follow(resolve(document, value.$ref)) : value;
}

function answer(operation: JsonObject, status: string): JsonObject | undefined {
  return isObject(operation.responses) ? follow(operation.responses[status]) : undefined;
}

function bodyProperty(operation: JsonObject, name: string): JsonObject | undefined {
  const body = follow(operation.requestBody);
  const media = isObject(body?.content) ? follow(body.content["application/json"]) : undefined;
  const schema = follow(media?.schema);
  return isObject(schema?.properties) ? follow(schema.properties[name]) : undefined;
}
