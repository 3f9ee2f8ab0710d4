import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emitValidators } from "../../../generator/emit/validators/emit-validators.js";
import type { Requirement } from "../../../generator/load/overrides.js";
import { planPack } from "../../../generator/plan/plan-pack.js";
import type { JsonObject } from "../../../generator/shared/json.js";
import type { Validate } from "../../../runtime/types.js";
import { cpuTime } from "../../helpers/cpu-time.js";
import { action, argument, model, operation } from "./fixtures/pets.js";

// Inside the repository, so that the helpers of runtime/ are where the validators look for them.
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(fileURLToPath(new URL("validators-", import.meta.url)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Case {
  readonly schema: JsonObject;
  readonly good: readonly unknown[];
  readonly bad: readonly unknown[];
}

const cases: Record<string, Case> = {
  lengths: {
    schema: { type: "string", minLength: 2, maxLength: 3 },
    good: ["ab", "abc", "💥💥", "💥💥💥"],
    bad: ["", "a", "💥", "abcd", "💥💥💥💥", 1, null],
  },
  enums: { schema: { enum: ["a", 1, null, { b: 1 }] }, good: ["a", 1, null, { b: 1 }], bad: ["b", 2, {}, { b: 2 }] },
  nullable: {
    schema: { anyOf: [{ type: "string", minLength: 2 }, { type: "null" }] },
    good: [null, "ab"],
    bad: ["a", 1, {}],
  },
  parts: {
    schema: { type: "integer", maximum: 9, allOf: [{ minimum: 1 }, { maximum: 5 }] },
    good: [1, 5],
    bad: [0, 6, 10, 1.5, Number.POSITIVE_INFINITY, Number.NaN],
  },
  lists: {
    schema: { type: "array", items: { type: "object", properties: { a: { type: "number" } } }, uniqueItems: true },
    good: [[], [{ a: 1 }, { a: 2 }]],
    bad: [[{ a: 1 }, { a: 1 }], [1], {}],
  },
  // Ajv compares items with its own function, the values of an enum are compared with the runtime's.
  comparisons: {
    schema: { type: "array", uniqueItems: true, items: { enum: [{ a: [1] }, "b"] } },
    good: [[], [{ a: [1] }, "b"]],
    bad: [[{ a: [1] }, { a: [1] }], [{ a: [2] }], ["c"]],
  },
  closed: {
    schema: {
      type: "object",
      properties: Object.fromEntries([..."abcdefghij"].map((name) => [name, { type: "string" }])),
      additionalProperties: false,
    },
    good: [{}, { a: "x", j: "y" }],
    bad: [{ k: "x" }, { toString: "x" }, JSON.parse('{"__proto__": "x"}'), []],
  },
  open: { schema: { type: "object", unevaluatedProperties: { type: "string" } }, good: [{ a: "b" }], bad: [{ a: 1 }] },
  text: {
    schema: { type: "object", properties: { 'schemaPath:"x",': { const: 'func0 = require("fs");\n"' } } },
    good: [{ 'schemaPath:"x",': 'func0 = require("fs");\n"' }, {}],
    bad: [{ 'schemaPath:"x",': "" }],
  },
  // A definition that is another one has no place of its own to pass on.
  chains: {
    schema: {
      $ref: "#/properties/value/$defs/first",
      $defs: {
        first: { $ref: "#/properties/value/$defs/second", minProperties: 1 },
        second: {
          type: "object",
          properties: { next: { $ref: "#/properties/value/$defs/first" }, id: { type: "integer" } },
          required: ["id"],
        },
      },
    },
    good: [{ id: 1 }, { id: 1, next: { id: 2, next: { id: 3 } } }],
    bad: [{}, { id: 1, next: {} }, { id: 1, next: { id: 2, next: { id: "3" } } }],
  },
  multiples: { schema: { type: "number", multipleOf: 0.5 }, good: [1.5], bad: [1.3] },
};

describe.each(Object.entries(cases))("%s", (name, { schema, good, bad }) => {
  test("the validator and the standard agree", async () => {
    const { validate, standard } = await compile(name, schema);
    for (const value of good) {
      expect(validate({ value }), JSON.stringify(value)).toBe(true);
      expect(standard({ value })).toBe(true);
    }
    for (const value of bad) {
      expect(validate({ value }), JSON.stringify(value)).toBe(false);
      expect(standard({ value })).toBe(false);
    }
  });
});

test("required keys are own keys", async () => {
  const { validate } = await compile("own", { type: "object", required: ["toString"] });
  expect(validate({ value: {} })).toBe(false);
  expect(validate.errors).toEqual([
    { instancePath: "/value", keyword: "required", params: { missingProperty: "toString" } },
  ]);
  expect(validate({ value: { toString: 1 } })).toBe(true);
});

test("an integer is exact: a bigint beside a number where the schema allows a large one, never a rounded number", async () => {
  const { validate: large } = await compile("large", { type: ["integer", "null"], minimum: 1 });
  const { validate: small } = await compile("small", { type: "integer", maximum: 9 });
  expect([1, 2n ** 70n, null, 0, 2 ** 70, 1.5].map((value) => large({ value }))).toEqual([
    ...[true, true, true],
    ...[false, false, false],
  ]);
  expect([9, -(2 ** 53), 1n, 10].map((value) => small({ value }))).toEqual([true, false, false, false]);
});

test("a schema that holds itself ends", async () => {
  const { validate } = await compile(
    "loop",
    { $ref: "#/$defs/Node" },
    { Node: { type: "object", properties: { next: { $ref: "#/$defs/Node" } }, additionalProperties: false } },
  );
  expect(validate({ value: { next: { next: {} } } })).toBe(true);
  expect(validate({ value: { next: { next: { other: 1 } } } })).toBe(false);
  expect(validate.errors?.[0]?.instancePath).toBe("/value/next/next");
});

test("formats are checked by the runtime, and unknown ones are notes", async () => {
  const { validate, text } = await compile("formats", { type: "string", format: "uuid" });
  expect(text).toContain('import { isUuid } from "../runtime/validation/formats.js";');
  expect(text).not.toContain("require(");
  expect(validate.name).toBe("validateFormats");
  const { validate: lax } = await compile("lax", { type: "integer", format: "int32" });
  expect(lax({ value: 1 })).toBe(true);
});

test("a pattern runs on no text that it would take too long for", async () => {
  const schema = {
    type: "object",
    properties: { square: { type: "string", pattern: "^a*a*$" }, linear: { type: "string", pattern: "^(?:ab?)*$" } },
  };
  const { validate } = await compile("slow_patterns", schema);
  const attack = `${"a".repeat(50_000)}!`;
  expect(validate({ value: { square: "aa!" } })).toBe(false);
  expect(validate({ value: { linear: attack } })).toBe(false);
  // Left to the service.
  expect(await cpuTime(() => validate({ value: { square: attack } }))).toBeLessThan(500);
  expect(validate({ value: { square: attack } })).toBe(true);
});

describe("a value that every branch of a union asks for", () => {
  const branch = (name: string, next: string): JsonObject => ({
    type: "object",
    required: [name],
    properties: { [name]: {}, next: { $ref: `#/$defs/${next}` } },
  });
  const union = (next: string): JsonObject => ({ anyOf: [branch("a", next), branch("b", next), { type: "integer" }] });
  const chain = Array.from({ length: 24 }, (_, level) => [`T${level}`, union(`T${level + 1}`)]);
  const ways: [string, JsonObject][] = [
    ["a schema in itself", { T0: union("T0") }],
    ["schemas in each other", { T0: union("U"), U: union("T0") }],
    ["a chain of schemas", { ...Object.fromEntries(chain), T24: { type: "integer" } }],
    ["parts with unevaluated properties", { T0: { ...union("T0"), unevaluatedProperties: false } }],
  ];

  test.each(ways)("is looked at once: %s", async (name, defs) => {
    const { validate } = await compile(name.replaceAll(" ", "_"), { $ref: "#/$defs/T0" }, defs);
    const nest = (end: unknown): unknown => Array.from({ length: 24 }).reduce((next) => ({ b: 1, next }), end);
    const [good, bad] = [nest(1), nest("1")];
    // Twice as long at each level, it took minutes.
    const valid = await cpuTime(() =>
      expect([validate({ value: good }), validate({ value: bad })]).toEqual([true, false]),
    );
    expect(valid).toBeLessThan(1000);
    expect(validate.errors?.some(({ instancePath }) => instancePath.endsWith("/next/next"))).toBe(true);
    expect(validate.errors?.length).toBeLessThan(200);
  });

  test("is looked at again in the next validation", async () => {
    const { validate } = await compile("again", { $ref: "#/$defs/T0" }, { T0: union("T0") });
    const value: Record<string, unknown> = { a: 1, next: { b: 1 } };
    expect(validate({ value })).toBe(true);
    value.next = {};
    expect(validate({ value })).toBe(false);
    value.next = 1;
    expect(validate({ value })).toBe(true);
  });
});

test("rules between arguments are told by their names", async () => {
  const rules: Requirement[] = [{ any: ["a", "b"] }, { one: ["b", "c"] }, { atMostOne: ["a", "c"] }];
  const { validate, standard } = await compileRules(rules);
  for (let bits = 0; bits < 8; bits += 1) {
    const args = Object.fromEntries([..."abc"].filter((_, index) => bits & (1 << index)).map((name) => [name, "x"]));
    expect(validate(args), JSON.stringify(args)).toBe(standard(args));
  }
  expect(validate({ a: "x", c: "x" })).toBe(false);
  expect(validate.errors).toEqual([
    { instancePath: "", keyword: "require", params: { rule: "atMostOne", arguments: ["a", "c"] } },
  ]);
});

test("what stands before a tool does not change its validator", () => {
  const tool = (name: string) => action(name, operation({}), [argument("a", { enum: ["x"] }, "query:a")]);
  const textOf = (names: string[]): string | undefined =>
    emitValidators(planPack(model(names.map(tool)))).find(({ path }) => path === "validators/last.js")?.text;
  expect(textOf(["first", "second", "last"])).toBe(textOf(["last"]));
});

interface Compiled {
  readonly validate: Validate;
  readonly standard: (value: unknown) => boolean;
  readonly text: string;
}

function compile(name: string, schema: JsonObject, defs?: JsonObject): Promise<Compiled> {
  const made = action(name, operation({}), [argument("value", schema, "body:/value")]);
  const checkedSchema = { ...made.inputSchema, ...(defs !== undefined && { $defs: defs }) };
  return load({ ...made, checkedSchema });
}

function compileRules(rules: Requirement[]): Promise<Compiled> {
  const args = [..."abc"].map((name) => argument(name, { type: "string" }, `query:${name}`));
  const made = action("rules", operation({}), args);
  const has = (name: string): JsonObject => ({ required: [name] });
  const allOf = [{ anyOf: [has("a"), has("b")] }, { oneOf: [has("b"), has("c")] }, { not: { required: ["a", "c"] } }];
  return load({ ...made, require: rules, checkedSchema: { ...made.inputSchema, allOf } });
}

async function load(made: ReturnType<typeof action>): Promise<Compiled> {
  const [script] = emitValidators(planPack(model([made])));
  const text = script?.text ?? "";
  const path = join(folder, `${made.name}.ts`);
  writeFileSync(path, `// @ts-nocheck\n${text.replaceAll('"../runtime/', '"../../../../runtime/')}`);
  const loaded = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Record<string, Validate>;
  const [validate] = Object.values(loaded);
  if (validate === undefined) throw new Error("the validator exports nothing");
  const ajv = new Ajv2020({ strict: false, strictNumbers: true, ownProperties: true, validateFormats: false });
  return { validate, standard: (value) => ajv.compile(structuredClone(made.checkedSchema))(value), text };
}
