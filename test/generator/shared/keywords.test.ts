import { expect, it } from "vitest";
import { ANNOTATIONS, ASSERTIONS, DROPPED, FORMATS, KEYWORDS, SAME_VALUE } from "../../../generator/shared/keywords.js";
import { mapSchema, visitBelow } from "../../../generator/shared/walk-schema.js";
import * as formats from "../../../runtime/validation/formats.js";

it("names a function of the runtime for each format", () => {
  const functions = Object.entries(formats).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
  expect([...FORMATS.values()].sort()).toEqual(functions.sort());
});

it("puts each keyword into one set at most", () => {
  const sets = [ANNOTATIONS, ASSERTIONS, SAME_VALUE, DROPPED];
  for (const name of [...KEYWORDS.keys(), ...DROPPED])
    expect(sets.filter((set) => set.has(name)).length, name).toBeLessThanOrEqual(1);
});

it("calls a schema an annotation, an assertion or the same value only where it is one", () => {
  expect([...ANNOTATIONS]).toEqual(["description", "contentEncoding", "default"]);
  expect([...SAME_VALUE]).toEqual(["dependentSchemas", "allOf", "anyOf", "oneOf", "not", "if", "then", "else"]);
  // What an assertion holds is never a schema, so those that strip a schema may copy it as it is.
  for (const name of ASSERTIONS) expect(KEYWORDS.get(name)?.holds, name).toBe("value");
});

it("walks into schemas and nothing else", () => {
  const schema = {
    const: { items: "c" },
    enum: [{ not: "e" }],
    default: { not: "d" },
    properties: { items: { description: "p" }, enum: { description: "q" } },
    items: { description: "i" },
    allOf: [{ description: "a" }, true],
    additionalProperties: false,
  };
  const seen: string[] = [];
  visitBelow(schema, (below, keyword) => seen.push(`${keyword} ${String(below.description)}`));
  expect(seen).toEqual(["properties p", "properties q", "items i", "allOf a"]);
  expect(mapSchema(schema, ({ description }) => ({ title: description ?? "" }))).toEqual({
    ...schema,
    properties: { items: { title: "p" }, enum: { title: "q" } },
    items: { title: "i" },
    allOf: [{ title: "a" }, true],
  });
});
