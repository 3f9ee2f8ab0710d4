import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, it } from "vitest";
import type { ValidationIssue } from "../../../runtime/types.js";
import { actions } from "./actions.js";
import { importValidator } from "./import-validator.js";
import { definitions, functions, lock, overrides } from "./read-pack.js";

const beyond = ["check_api_key", "get_memory_summary", "submit_feedback", "update_webhook"];
const core = [
  "add_memory",
  "delete_memory",
  "delete_entity",
  "delete_all_memories",
  "get_event_status",
  "list_entities",
  "search_memories",
  "list_events",
  "get_memory",
  "list_memories",
  "update_memory",
];
const names = actions.map(({ name }) => name);

const ajv = new Ajv2020({ strict: false, validateSchema: true });
addFormats.default(ajv);

describe("catalogue", () => {
  it("has the 47 actions in order, and four beyond them", () => {
    expect(names).toHaveLength(47);
    expect(functions.map((tool) => tool.function.name)).toEqual(names);
    expect([...definitions.keys()]).toEqual([...names, ...beyond]);
    expect([...lock.keys()].sort()).toEqual([...names, ...beyond].sort());
  });

  it("gives no name and no alias twice", () => {
    const all = [...lock.values()].flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
  });

  it("leaves room for a host's prefix", () => {
    expect(names.filter((name) => `mcp__mem0__${name}`.length > 64)).toEqual([]);
  });

  it.each(actions)("$name is what the catalogue promises", ({ name, required, destructive, idempotent, ...row }) => {
    const tool = lock.get(name);
    expect(tool).toMatchObject({ ...row, scope: `${row.group}:${row.effect}` });
    expect(tool?.inputSchema["required"] ?? []).toEqual(required);
    expect(definitions.get(name)?.annotations).toMatchObject({
      readOnlyHint: row.effect === "read",
      destructiveHint: destructive,
      idempotentHint: idempotent,
    });
  });
});

describe("profiles", () => {
  const profile = (name: string): readonly string[] => overrides.profiles?.[name]?.tools ?? [];

  it("core is the eleven of the hosted server", () => {
    expect([...profile("core")].sort()).toEqual([...core].sort());
  });
  it("all is the 47, extended is everything", () => {
    expect(profile("all")).toEqual(names);
    expect(profile("extended")).toEqual([...names, ...beyond]);
  });
  it("read-only changes nothing, and misses no reading action", () => {
    expect(profile("read-only")).toEqual(actions.filter(({ effect }) => effect === "read").map(({ name }) => name));
  });
  it("memory and admin share no tool", () => {
    expect(profile("memory").filter((name) => profile("admin").includes(name))).toEqual([]);
  });

  it.each(Object.entries(overrides.profiles ?? {}))("%s stays within its tokens", (_, { tools, budget }) => {
    const offered = tools.map((name) => {
      const { description, inputSchema } = lock.get(name) ?? missing(name);
      const known = functions.find((tool) => tool.function.name === name);
      return known ?? { type: "function", function: { name, description, parameters: inputSchema } };
    });
    expect(encode(JSON.stringify(offered)).length).toBeLessThanOrEqual(budget);
  });
  it("has the budgets that are promised", () => {
    expect(overrides.profiles?.["core"]?.budget).toBe(1600);
    expect(overrides.profiles?.["all"]?.budget).toBe(4800);
  });
});

describe.each(overrides.actions ?? [])("$name", ({ name, examples }) => {
  const definition = definitions.get(name) ?? missing(name);

  it("has an input schema that is valid 2020-12, a plain object at its root", () => {
    for (const schema of [definition.inputSchema, definition.outputSchema ?? {}]) {
      expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
    }
    const shown = lock.get(name)?.inputSchema ?? missing(name);
    expect(ajv.validateSchema(shown)).toBe(true);
    expect(shown).toMatchObject({ type: "object", additionalProperties: false });
    expect(Object.keys(shown).filter((key) => /Of$|^(not|if|enum|\$ref)$/.test(key))).toEqual([]);
  });

  it("has examples of both kinds", () => {
    expect(examples?.accept.length).toBeGreaterThan(0);
    expect(examples?.refuse.length).toBeGreaterThan(0);
  });

  it("accepts what is right, by validator and by schema", async () => {
    const byValidator = await importValidator(name);
    const bySchema = ajv.compile(definition.inputSchema);
    for (const args of examples?.accept ?? []) {
      expect(byValidator(args), JSON.stringify([args, byValidator.errors])).toBe(true);
      expect(bySchema(args), JSON.stringify([args, bySchema.errors])).toBe(true);
    }
  });

  it("refuses what is wrong, by validator and by schema, and names the field", async () => {
    const byValidator = await importValidator(name);
    const bySchema = ajv.compile(definition.inputSchema);
    for (const { args, field } of examples?.refuse ?? []) {
      expect(byValidator(args), JSON.stringify(args)).toBe(false);
      expect(fieldsOf(byValidator.errors ?? []), JSON.stringify(args)).toContain(field);
      expect(bySchema(args), JSON.stringify(args)).toBe(false);
    }
  });
});

/** Every argument that an error names: the one it stands in, or those that its rule lists. */
function fieldsOf(issues: readonly ValidationIssue[]): readonly string[] {
  return issues.flatMap(({ instancePath, params }) => {
    const top = instancePath.split("/")[1];
    return top === undefined ? Object.values(params).flatMap(textsOf) : [top];
  });
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function missing(name: string): never {
  throw new Error(`no tool named ${name}`);
}
