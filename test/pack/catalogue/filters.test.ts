import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { importValidator } from "./import-validator.js";
import { definitions } from "./read-pack.js";

const list = await judge("list_memories_with_filters", {});
const search = await judge("search_memories_with_filters", { query: "x" });
const exported = await judge("create_memory_export", { schema: {} });

const alice = { user_id: "alice" };
/** `levels` objects, one inside the other, the innermost a plain id. */
const nested = (levels: number): object => (levels === 1 ? alice : { AND: [nested(levels - 1)] });

describe("raw filters that are right", () => {
  it.each<[string, object]>([
    ["one id", alice],
    ["an id among several conditions", { ...alice, categories: { in: ["travel"] }, created_at: { gte: "2026-01-01" } }],
    ["several ids of a kind", { agent_id: { in: ["a", "b"] } }],
    ["every entity of a kind", { run_id: "*" }],
    ["an id beside an OR", { AND: [alice, { OR: [{ text: { contains: "x" } }, { metadata: { team: "x" } }] }] }],
    ["an id in each branch of an OR", { OR: [alice, { AND: [{ app_id: "crm" }, { text: { icontains: "x" } }] }] }],
    ["an id beside a NOT object", { AND: [alice, { NOT: { categories: { contains: "travel" } } }] }],
    ["an id beside a NOT list", { AND: [alice, { NOT: [{ agent_id: "helper" }] }] }],
    ["four levels", nested(4)],
  ])("%s", (_, filters) => {
    expect(list(filters)).toBe(true);
    expect(search(filters)).toBe(true);
  });

  it("keywords in a list, and an AND or OR at the top of an export", () => {
    expect(list({ AND: [alice, { keywords: { contains: "x" } }] })).toBe(true);
    expect(exported({ OR: [alice, { run_id: "s" }] })).toBe(true);
  });
});

describe("raw filters that are wrong", () => {
  it.each<[string, unknown]>([
    ["no object", "alice"],
    ["a list", [alice]],
    ["empty", {}],
    ["no id", { categories: { in: ["travel"] } }],
    ["a blank id", { user_id: " " }],
    ["an empty list of ids", { user_id: { in: [] } }],
    ["an id that is only excluded", { user_id: { ne: "alice" } }],
    ["an id only under NOT", { NOT: alice }],
    ["an id only under a NOT list", { AND: [{ NOT: [alice] }] }],
    ["a branch of an OR without an id", { OR: [alice, { categories: { in: ["travel"] } }] }],
    ["an empty OR", { OR: [] }],
    ["AND beside OR", { AND: [alice], OR: [alice] }],
    ["AND beside OR further in", { AND: [alice, { AND: [alice], OR: [alice] }] }],
    ["an unknown key", { ...alice, owner: "bob" }],
    ["an unknown key further in", { AND: [alice, { org_id: "o" }] }],
    ["lower-case logic", { and: [alice] }],
    ["nin", { ...alice, categories: { nin: ["travel"] } }],
    ["nin in metadata", { ...alice, metadata: { team: { nin: ["x"] } } }],
    ["five levels", nested(5)],
    ["very many levels", nested(3000)],
    ["an own prototype key", JSON.parse('{"user_id":"alice","__proto__":{"app_id":"x"}}')],
  ])("%s", (_, filters) => {
    expect(list(filters)).toBe(false);
    expect(search(filters)).toBe(false);
    expect(exported(filters)).toBe(false);
  });

  it("keywords in a search, at any depth", () => {
    expect(search({ ...alice, keywords: { contains: "x" } })).toBe(false);
    expect(search({ AND: [alice, { NOT: { keywords: { contains: "x" } } }] })).toBe(false);
  });
  it("a flat filter in an export", () => {
    expect(exported(alice)).toBe(false);
    expect(exported({ NOT: { AND: [alice] } })).toBe(false);
  });
});

/** The verdict of schema and precompiled validator, which have to agree. */
async function judge(name: string, rest: object): Promise<(filters: unknown) => boolean> {
  const bySchema = new Ajv2020({ strict: false, validateFormats: false }).compile(
    definitions.get(name)?.inputSchema ?? {},
  );
  const byValidator = await importValidator(name);
  return (filters) => {
    const verdict = bySchema({ ...rest, filters });
    expect(byValidator({ ...rest, filters })).toBe(verdict);
    return verdict;
  };
}
