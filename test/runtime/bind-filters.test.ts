import fc from "fast-check";
import { expect, test } from "vitest";
import { mem0Pack } from "../helpers/mem0-pack.js";
import { json, type Sent } from "./fixtures.js";
import { type Item, matchesFilter } from "./matches-filter.js";

const names = ["user_id", "agent_id", "app_id", "run_id"] as const;
const values = ["alice", "bob", "s-42"];

/** Every combination of owners that a memory can have. */
const everyone: readonly Item[] = [...values, null].flatMap((user_id) =>
  [...values, null].flatMap((run_id) =>
    ["alice", null].map((agent_id) => ({ user_id, run_id, agent_id, app_id: null })),
  ),
);

const value = fc.constantFrom(...values, "*", " * ", "", "alice ", "ALICE", null, 0, true);
const condition = fc.oneof(
  { arbitrary: value, weight: 4 },
  fc.record({ in: fc.array(value, { maxLength: 3 }) }),
  fc.record({ eq: value }),
  fc.record({ ne: value }),
  fc.record({ contains: value }),
  fc.record({ nin: fc.array(value, { maxLength: 2 }) }),
);
const clause = fc.oneof(
  { arbitrary: fc.tuple(fc.constantFrom(...names), condition), weight: 5 },
  fc.tuple(fc.constantFrom("categories", "metadata", "text", "x", "constructor", "and", "__proto__"), condition),
);
const flat = fc.array(clause, { minLength: 1, maxLength: 3 }).map(toObject);
const { filter } = fc.letrec<{ filter: unknown }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4, depthSize: "medium" },
    flat,
    fc.record({ AND: fc.array(tie("filter"), { maxLength: 3 }) }),
    fc.record({ OR: fc.array(tie("filter"), { maxLength: 3 }) }),
    fc.record({ NOT: fc.oneof(fc.array(tie("filter"), { maxLength: 2 }), tie("filter")) }),
    fc.tuple(flat, fc.record({ OR: fc.array(tie("filter"), { maxLength: 2 }) })).map(([a, b]) => ({ ...a, ...b })),
    fc.tuple(flat, fc.record({ AND: fc.array(tie("filter"), { maxLength: 2 }) })).map(([a, b]) => ({ ...b, ...a })),
  ),
}));

/** Own keys only, `__proto__` too: what `JSON.parse` makes of a model's text. */
function toObject(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const text = entries.map(([key, each]) => `${JSON.stringify(key)}:${JSON.stringify(each)}`).join(",");
  return JSON.parse(`{${text}}`) as Record<string, unknown>;
}

const sentFilter = ({ body }: Sent): unknown => (JSON.parse(body as string) as { filters: unknown }).filters;

const tools: readonly (readonly [string, object])[] = [
  ["list_memories_with_filters", {}],
  ["search_memories_with_filters", { query: "q" }],
  ["create_memory_export", { schema: {} }],
  ["get_memory_summary", {}],
];
const bindings = [{ user_id: "alice" }, { user_id: "alice", run_id: "s-42" }] as const;

test.each(tools.flatMap(([name, args]) => bindings.map((bind) => [name, bind, args] as const)))(
  "%s under %j: no filter leaves the bound ids",
  async (name, bind, args) => {
    const inside = (item: Item): boolean => Object.entries(bind).every(([key, bound]) => item[key] === bound);
    const outside = everyone.filter((item) => !inside(item));
    let reached = 0;
    let foreign = 0;
    await fc.assert(
      fc.asyncProperty(filter, async (filters) => {
        const { pack, sent } = mem0Pack({ bind }, () => json({}));
        const error = await pack.call(name, { ...args, filters }).then(
          () => undefined,
          (thrown: { readonly code: string }) => thrown,
        );
        if (error) return error.code === "invalid_argument" && sent.length === 0;
        reached++;
        // Proof that what gets through would reach somebody else if it were not restricted.
        if (outside.some((item) => matchesFilter(filters, item))) foreign++;
        return sent.length === 1 && !outside.some((item) => matchesFilter(sentFilter(sent[0] as Sent), item));
      }),
      { numRuns: 400 },
    );
    // About 54 and 22 of 400: far enough away that chance does not get there.
    expect([reached > 20, foreign > 3]).toEqual([true, true]);
  },
);

test.each([
  ["search_memories", { query: "q" }],
  ["list_memories", {}],
  ["create_memory_export", { schema: {} }],
  ["get_memory_summary", {}],
])("%s under a bound id: no choice of plain ids and conditions leaves it", async (name, args) => {
  const outside = everyone.filter(({ user_id }) => user_id !== "alice");
  let reached = 0;
  const free = fc.constantFrom(...values, "*");
  await fc.assert(
    fc.asyncProperty(
      fc.record({ agent_id: free, app_id: free, run_id: free }, { requiredKeys: [] }),
      fc.oneof({ arbitrary: fc.constant({}), weight: 3 }, fc.record({ user_id: fc.option(free) })),
      fc.option(flat, { nil: undefined }),
      async (others, own, metadata) => {
        const { pack, sent } = mem0Pack({ bind: { user_id: "alice" } }, () => json({}));
        const more = /memories/.test(name) && metadata ? { metadata } : {};
        const error = await pack.call(name, { ...args, ...others, ...own, ...more }).then(
          () => undefined,
          (thrown: { readonly code: string }) => thrown,
        );
        if (error) return error.code === "invalid_argument" && sent.length === 0;
        reached++;
        return !("user_id" in own) && !outside.some((item) => matchesFilter(sentFilter(sent[0] as Sent), item));
      },
    ),
    { numRuns: 300 },
  );
  expect(reached).toBeGreaterThan(50);
});

test("the reference reading itself tells memories apart", () => {
  const passing = (filters: unknown): number => everyone.filter((item) => matchesFilter(filters, item)).length;
  const { length } = everyone;
  expect(passing({ user_id: "alice" })).toBe(length / 4);
  expect(passing({ OR: [{ user_id: "alice" }, { user_id: { in: ["bob"] } }] })).toBe(length / 2);
  expect(passing({ NOT: { user_id: "alice" } })).toBe((length * 3) / 4);
  expect(passing({ AND: [{ user_id: "alice" }, { user_id: "bob" }] })).toBe(0);
  expect(passing({ user_id: "*", OR: [] })).toBe(length);
  expect(passing({ user_id: { ne: "alice" } })).toBe((length * 3) / 4);
});
