import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../src/index.js";
import { ask, call } from "./client.js";
import { remember } from "./world.js";

/** Memories by a letter each; the text is the letter's word. */
const memories = [
  { text: "Apples", user_id: "ann", timestamp: 1_704_067_200, metadata: { tag: "red", rank: 1 } }, // 2024-01-01
  { text: "Bananas", user_id: "ann", run_id: "r1", timestamp: 1_706_745_600, metadata: { tag: "yellow" } }, // 2024-02-01
  { text: "Cherries", user_id: "bea", timestamp: 1_709_251_199, metadata: { tag: "dark red" } }, // 2024-02-29T23:59:59
  {
    text: "Dates",
    agent_id: "cook",
    expiration_date: "2999-06-30",
    custom_categories: [{ dates: "" }, { fruit: "dates" }],
  },
] as const;

let sandbox: Sandbox;
let ids: string[];
beforeAll(async () => {
  sandbox = await startSandbox();
  ids = [];
  for (const { text, ...rest } of memories) ids.push(...(await remember(sandbox, [text], rest)));
});
afterAll(() => sandbox.close());

async function letters(filters: object): Promise<string> {
  const { results } = await ask(sandbox, "memories_list_v3", { body: { filters } });
  return results
    .map((memory: { memory: string }) => memory.memory[0])
    .sort()
    .join("");
}

const anyone = { OR: [{ user_id: "*" }, { agent_id: "*" }, { app_id: "*" }, { run_id: "*" }] };
const deep = Array.from({ length: 1_000 }).reduce<object>((inner) => ({ NOT: [inner] }), { user_id: "bea" });
const every = (clause: object): object => ({ AND: [anyone, clause] });

describe("filters", () => {
  it.each([
    ["one owner", { user_id: "ann" }, "AB"],
    ["keys beside each other", { user_id: "ann", run_id: "r1" }, "B"],
    ["AND", { AND: [{ user_id: "ann" }, { run_id: "r1" }] }, "B"],
    ["OR", { OR: [{ user_id: "bea" }, { agent_id: "cook" }] }, "CD"],
    ["NOT with one", { AND: [{ user_id: "*" }, { NOT: { user_id: "ann" } }] }, "C"],
    ["NOT with several", { AND: [anyone, { NOT: [{ user_id: "bea" }, { run_id: "r1" }] }] }, "AD"],
    ["nesting", { OR: [{ AND: [{ user_id: "ann" }, { NOT: [{ run_id: "*" }] }] }, { user_id: "bea" }] }, "AC"],
    ["an OR beside an AND, which is lost", { AND: [{ user_id: "ann" }], OR: [{ user_id: "bea" }] }, "AB"],
    ["a star, which is anything there", { run_id: "*" }, "B"],
    ["eq", { user_id: { eq: "bea" } }, "C"],
    ["in", { user_id: { in: ["ann", "nobody"] } }, "AB"],
    ["ne, which takes what is missing too", every({ user_id: { ne: "ann" } }), "CD"],
    ["every operator of a clause", every({ text: { icontains: "A", ne: "Apples" } }), "BD"],
    ["contains, which minds the case", every({ text: { contains: "a" } }), "BD"],
    ["text itself", every({ text: "Apples" }), "A"],
    ["keywords", every({ keywords: { icontains: "RRIE" } }), "C"],
    ["keywords_search", every({ keywords_search: "an" }), "B"],
    ["categories in", every({ categories: { in: ["fruit", "meat"] } }), "D"],
    ["categories contains", every({ categories: { contains: "rui" } }), "D"],
    ["metadata", every({ metadata: { tag: "red" } }), "A"],
    ["two keys of metadata", every({ metadata: { tag: "red", rank: 2 } }), ""],
    ["metadata contains", every({ metadata: { tag: { contains: "red" } } }), "AC"],
    ["metadata ne", every({ metadata: { tag: { ne: "red" } } }), "BCD"],
    ["metadata of a name that every object has", every({ metadata: { constructor: "*" } }), ""],
    ["a day and later", every({ created_at: { gte: "2024-02-01", lt: "2025-01-01" } }), "BC"],
    ["later than a day, which is the next", every({ created_at: { gt: "2024-02-01", lt: "2025-01-01" } }), "C"],
    ["later than a day, and nothing of the day", every({ created_at: { gt: "2024-02-29", lt: "2025-01-01" } }), ""],
    ["up to a day with all of it", every({ created_at: { lte: "2024-02-29" } }), "ABC"],
    ["before a day", every({ created_at: { lt: "2024-02-29" } }), "AB"],
    ["a time", every({ created_at: { lte: "2024-02-01T00:00:00Z" } }), "AB"],
    ["a time of another zone", every({ created_at: { lt: "2024-02-01T02:00:00+02:00" } }), "A"],
    ["timestamp, also as a number", every({ timestamp: { lt: 1_706_745_600 } }), "A"],
    ["updated_at", every({ updated_at: { lte: "2024-01-01" } }), "A"],
    ["expiration_date", every({ expiration_date: { gte: "2999-01-01" } }), "D"],
  ])("understand %s", async (_, filters, expected) => {
    expect(await letters(filters)).toBe(expected);
  });

  it("understand lists of ids", async () => {
    expect(await letters(every({ memory_ids: [ids[0], ids[3]] }))).toBe("AD");
    expect(await letters(every({ memory_ids: { in: [ids[1]] } }))).toBe("B");
  });

  it.each([
    ["nothing", {}],
    ["no owner", { metadata: { tag: "red" } }],
    ["an owner only excluded", { NOT: [{ user_id: "ann" }] }],
    ["an owner only unequal", { user_id: { ne: "ann" } }],
    ["an owner that is null", { user_id: null }],
    ["a branch of OR without an owner", { OR: [{ user_id: "ann" }, { metadata: { tag: "red" } }] }],
    ["an owner only in the lost OR", { AND: [{ metadata: { tag: "red" } }], OR: [{ user_id: "ann" }] }],
    ["a depth without end", { user_id: "ann", ...deep }],
    ["an unknown key", every({ colour: "red" })],
    ["a name that every object has", every({ constructor: "Object" })],
    ["a prototype", JSON.parse('{"user_id":"ann","__proto__":{"user_id":"bea"}}')],
    ["logic in small letters", { and: [{ user_id: "ann" }] }],
    ["AND without a list", { AND: { user_id: "ann" } }],
    ["AND with a text in it", { AND: [{ user_id: "ann" }, "x"] }],
    ["nin", { user_id: { nin: ["ann"] } }],
    ["an operator of another field", { user_id: { gte: "a" } }],
    ["a sign for an operator", every({ created_at: { ">=": "2024-01-01" } })],
    ["a bare list", { user_id: ["ann", "bea"] }],
    ["in without a list", { user_id: { in: "ann" } }],
    ["a date that is equal", every({ created_at: { eq: "2024-01-01" } })],
    ["a bare date", every({ created_at: "2024-01-01" })],
    ["no date at all", every({ created_at: { gte: "soon" } })],
    ["a range of metadata", every({ metadata: { rank: { gt: 1 } } })],
    ["metadata in a list", every({ metadata: { tag: { in: ["red"] } } })],
    ["metadata that is a text", every({ metadata: "red" })],
    ["an equal category", every({ categories: { eq: "fruit" } })],
    ["a bare category", every({ categories: "fruit" })],
  ])("refuse %s", async (_, filters) => {
    for (const [id, body] of [
      ["memories_list_v3", { filters }],
      ["memories_search_v3", { query: "fruit", filters }],
      ["summary_create", { filters }],
    ] as const) {
      expect((await call(sandbox, id, { body })).status, id).toBe(400);
    }
  });

  it("are refused before a deletion is queued", async () => {
    const query = { user_id: "ann", metadata: '{"rank":{"gt":1}}' };
    expect((await call(sandbox, "memories_delete_all", { query })).status).toBe(400);
  });
});
