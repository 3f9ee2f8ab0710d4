import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Facts, type OperationFacts, readFacts } from "./read-facts.mjs";

const text = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const ours: Facts = readFacts(parse(text("../../../spec/mem0.openapi.yaml")));
const theirs: Facts = JSON.parse(text("facts.json"));
const published = new URL("../../../../shared/reference/mem0-openapi.upstream.json", import.meta.url);
const absent = !existsSync(published);

describe("spec/mem0.openapi.yaml against the structure of the published document", () => {
  it("has the same 55 operations", () => {
    expect(Object.keys(ours.operations).sort()).toEqual(Object.keys(theirs.operations).sort());
    expect(Object.keys(ours.operations)).toHaveLength(55);
  });

  for (const [place, published] of Object.entries(theirs.operations)) {
    it(`${place} has everything that is published`, () => {
      const own = ours.operations[place];
      expect(own === undefined ? [`${place} is missing`] : compare(own, published)).toEqual([]);
    });
  }
});

describe("test/pack/upstream/facts.json", () => {
  it.skipIf(absent)(`is current${absent ? " (skipped: the published document is not here)" : ""}`, () => {
    expect(theirs).toEqual(readFacts(JSON.parse(readFileSync(published, "utf8"))));
  });
});

/** What our operation lacks or has otherwise, each as one line. */
function compare(own: OperationFacts, published: OperationFacts): readonly string[] {
  const found: string[] = [];
  const tags = published.tags.map((tag) => (tag === "Project" ? "projects" : tag));
  if (own.operationId !== published.operationId) found.push(`operationId is ${own.operationId}`);
  if (own.deprecated !== published.deprecated) found.push(`deprecated is ${own.deprecated}`);
  if (own.tags.join() !== tags.join()) found.push(`tags are ${own.tags.join()}`);

  for (const [key, parameter] of Object.entries(published.parameters)) {
    const mine = own.parameters[key];
    if (mine === undefined) found.push(`parameter ${key} is missing`);
    else if (parameter.required && !mine.required) found.push(`parameter ${key} is not required`);
    else if (differ(mine.type, parameter.type)) found.push(`parameter ${key} is ${mine.type}, not ${parameter.type}`);
  }
  for (const [name, type] of Object.entries(published.body?.properties ?? {})) {
    const mine = own.body?.properties[name];
    if (mine === undefined) found.push(`body property ${name} is missing`);
    else if (differ(mine, type)) found.push(`body property ${name} is ${mine}, not ${type}`);
  }
  for (const name of published.body?.required ?? []) {
    if (!own.body?.required.includes(name)) found.push(`body property ${name} is not required`);
  }
  for (const [status, properties] of Object.entries(published.responses)) {
    const mine = own.responses[status];
    if (mine === undefined) found.push(`status ${status} is missing`);
    for (const name of properties) {
      if (mine !== undefined && !mine.includes(name)) found.push(`status ${status} lacks ${name}`);
    }
  }
  return found;
}

function differ(own: string, published: string): boolean {
  return own !== published && own !== "any" && published !== "any";
}
