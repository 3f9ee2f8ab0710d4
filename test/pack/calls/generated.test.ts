import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { tools } from "../../../generated/mem0/tools/index.js";
import { callSafely } from "./call-safely.js";

type Schema = Readonly<Record<string, unknown>>;
type Arguments = Readonly<Record<string, unknown>>;

// Arguments that are right, to change one thing at a time: the first wire vector of each action.
const { vectors }: { vectors: readonly { readonly tool: string; readonly args: Arguments }[] } = parse(
  readFileSync(new URL("../wire/vectors.yaml", import.meta.url), "utf8"),
);
const right = (tool: string): Arguments => vectors.find((each) => each.tool === tool)?.args ?? {};

const samples: Readonly<Record<string, unknown>> = {
  null: null,
  boolean: true,
  integer: 7,
  number: 7.5,
  string: "text",
  array: [],
  object: {},
};

/** One value of each type that a schema does not take. */
function wrongTypes({ type }: Schema): readonly unknown[] {
  const taken = [type].flat();
  return Object.entries(samples)
    .filter(([name]) => !taken.includes(name) && !(name === "integer" && taken.includes("number")))
    .map(([, value]) => value);
}

/** Values that a schema does not take: of other types, outside its choices, and the same inside lists and objects. */
function wrongValues(schema: Schema): readonly unknown[] {
  const { enum: choices, items, properties = {}, required = [] } = schema;
  const outside = choices ? ["", "constructor", "__proto__", `${String([choices].flat()[0]).toLowerCase()} `] : [];
  const inside = items ? wrongValues(items as Schema).map((value) => [value]) : [];
  const whole = Object.fromEntries((required as string[]).map((name) => [name, "text"]));
  const parts = Object.entries(properties as Record<string, Schema>).flatMap(([name, part]) =>
    wrongTypes(part).map((value) => ({ ...whole, [name]: value })),
  );
  return [...wrongTypes(schema), ...outside, ...inside, ...parts];
}

const unknown = [
  "x_unknown",
  "constructor",
  "toString",
  "hasOwnProperty",
  "then",
  "base_url",
  "apiKey",
  "headers",
  "$ref",
];
const climbing = [
  "",
  ".",
  "..",
  "../x",
  "..\\x",
  "x/../y",
  "%2e%2e",
  "%252e.",
  "a\nb",
  "%00",
  "\ud800",
  "x".repeat(600),
];
const blank = ["", " ", "\t\n", "\u00a0", "\u3000"];

describe.each(tools.map((tool) => [tool.name, tool] as const))("%s", (name, { inputSchema, operation, wildcards }) => {
  const properties = Object.entries((inputSchema.properties ?? {}) as Record<string, Schema>);
  const base = right(name);
  const refuses = async (args: unknown, argument: string): Promise<void> => {
    const { error, sent } = await callSafely(name, args);
    const blamed = error?.field?.split(/[.[]/)[0];
    expect({ args, blamed, sent: sent?.url }).toEqual({ args, blamed: argument, sent: undefined });
    expect(error?.message).toContain(argument);
  };

  test("the arguments to begin with are right", async () => {
    expect((await callSafely(name, base)).sent).toBeDefined();
  });

  test("wrong types and values of each argument are refused by its name", async () => {
    for (const [argument, schema] of properties) {
      for (const value of wrongValues(schema)) await refuses({ ...base, [argument]: value }, argument);
    }
  });

  test("arguments that it does not have are refused by name", async () => {
    for (const extra of unknown) await refuses({ ...base, [extra]: 1 }, extra);
    await refuses(
      JSON.parse(`{"__proto__":{"polluted":1},${JSON.stringify(base).slice(1)}`.replace(",}", "}")),
      "__proto__",
    );
  });

  test("a required argument that is missing, or only inherited, is refused by name", async () => {
    for (const argument of (inputSchema.required ?? []) as string[]) {
      const { [argument]: left, ...rest } = base;
      await refuses(rest, argument);
      await refuses(Object.assign(Object.create({ [argument]: left }), rest), argument);
    }
  });

  test("prototype keys are refused in every object and list", async () => {
    for (const [argument, { type }] of properties) {
      const value = [type].flat().includes("object") ? '{"a":[{"__proto__":{"polluted":1}}]}' : '[{"__proto__":1}]';
      if (/object|array/.test(String(type))) await refuses({ ...base, [argument]: JSON.parse(value) }, argument);
    }
  });

  test("what stands in the path can neither climb nor end it", async () => {
    for (const [, argument = ""] of operation.path.matchAll(/\{(\w+)\}/g)) {
      for (const value of climbing) await refuses({ ...base, [argument]: value }, argument);
    }
  });

  test("ids and emails are never empty or blank", async () => {
    for (const [argument, { type }] of properties) {
      if (!/(_id|^email)$/.test(argument) || type !== "string") continue;
      for (const value of blank) await refuses({ ...base, [argument]: value }, argument);
    }
  });

  test("`*` is refused where it would mean everybody", async () => {
    for (const argument of wildcards ?? []) {
      for (const value of ["*", " *\t"]) await refuses({ ...base, [argument]: value }, argument);
    }
  });

  test("what is no object is refused", async () => {
    for (const args of ["text", 7, true, [], [base], new Map(Object.entries(base)).keys, Symbol("x")]) {
      expect((await callSafely(name, args)).error?.code).toBe("invalid_argument");
    }
  });
});
