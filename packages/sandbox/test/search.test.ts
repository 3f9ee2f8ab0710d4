import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, SEED, startSandbox } from "../src/index.js";
import { ask, call } from "./client.js";

interface Hit {
  readonly id: string;
  readonly memory: string;
  readonly score: number;
}

const alice = { user_id: "alice" };
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: true });
});
afterAll(() => sandbox.close());

async function search(query: string, more: object = {}): Promise<Hit[]> {
  return (await ask(sandbox, "memories_search_v3", { body: { query, filters: alice, ...more } })).results;
}

describe("searching", () => {
  it.each([
    ["What can Alice eat?", 0],
    ["vegetarian with peanuts", 0],
    ["where does she live and work", 1],
    ["a good time for a meeting", 2],
    ["marathon trainning", 3],
  ])("finds the right memory first for %s", async (query, index) => {
    const hits = await search(query);
    expect(hits[0]?.id).toBe(SEED.memories[index]);
  });

  it("ranks by a score in 0..1 and drops what is under the threshold", async () => {
    const all = await search("Alice trains for a marathon", { threshold: 0 });
    const scores = all.map((hit) => hit.score);
    expect(all).toHaveLength(4);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
    const middle = scores[1] as number;
    const above = await search("Alice trains for a marathon", { threshold: middle });
    expect(above).toEqual(all.filter((hit) => hit.score >= middle));
    expect(await search("quantum chromodynamics", { threshold: 0.1 })).toEqual([]);
    expect(await search("quantum chromodynamics")).toEqual([]);
  });

  it("answers at most top_k hits, with the fields asked for", async () => {
    expect(await search("Alice", { threshold: 0, top_k: 2 })).toHaveLength(2);
    const [hit] = await search("peanuts", { fields: ["memory", "score"] });
    expect(Object.keys(hit as Hit).sort()).toEqual(["memory", "score"]);
    const [whole] = await search("peanuts");
    expect(whole).toMatchObject({ run_id: null, score_breakdown: { semantic: expect.any(Number) } });
    expect(whole).not.toHaveProperty("session_id");
  });

  it("narrows by metadata and categories beside the filter", async () => {
    const all = { threshold: 0 };
    expect(await search("Alice", { ...all, metadata: { source: "chat" } })).toHaveLength(2);
    expect(await search("Alice", { ...all, categories: ["sports"] })).toHaveLength(1);
    const both = { filters: { AND: [alice, { metadata: { source: "chat" } }] }, metadata: { source: "signup" } };
    expect(await search("Alice", { ...all, ...both })).toEqual([]);
  });

  it("finds nothing of somebody else", async () => {
    expect(await search("peanuts", { filters: { user_id: "bob" }, threshold: 0 })).toEqual([]);
  });

  it("fails on a keywords clause as the service does, and on no other mention of the word", async () => {
    const nested = { AND: [alice, { OR: [{ keywords: { icontains: "x" } }] }] };
    expect((await call(sandbox, "memories_search_v3", { body: { query: "x", filters: nested } })).status).toBe(500);
    const metadata = { AND: [alice, { metadata: { keywords: "x" } }] };
    expect(await search("x", { filters: metadata })).toEqual([]);
    const listed = { filters: { AND: [alice, { keywords: { icontains: "LISBON" } }] } };
    expect((await ask(sandbox, "memories_list_v3", { body: listed })).count).toBe(1);
  });

  it.each([
    ["an empty query", { query: "" }],
    ["a blank query", { query: "  " }],
    ["no hits asked for", { top_k: 0 }],
    ["too many hits", { top_k: 1001 }],
    ["a threshold over 1", { threshold: 1.5 }],
    ["an owner beside the filter", { user_id: "alice" }],
    ["an owner beside the filter that is null", { run_id: null }],
  ])("refuses %s", async (_, more) => {
    const body = { query: "food", filters: alice, ...more };
    expect((await call(sandbox, "memories_search_v3", { body })).status).toBe(400);
  });

  it("answers the older versions in their own shapes", async () => {
    const first = { query: "peanuts", ...alice };
    expect(await ask(sandbox, "memories_search_create", { body: first })).toHaveLength(4);
    const object = await ask(sandbox, "memories_search_create", {
      body: { ...first, output_format: "v1.1", top_k: 1 },
    });
    expect(object).toMatchObject({ results: [{ id: SEED.memories[0] }], relations: [] });
    const second = await ask(sandbox, "memories_search_v2", { body: { query: "peanuts", filters: alice } });
    expect(second).toMatchObject([{ id: SEED.memories[0], session_id: null }]);
  });

  it("is seen in the events and in the totals", async () => {
    const before = await ask(sandbox, "stats_list");
    const { count } = await ask(sandbox, "events_list", { query: { event_type: "SEARCH" } });
    await search("peanuts");
    const after = await ask(sandbox, "events_list", { query: { event_type: "SEARCH" } });
    expect(after.count).toBe(count + 1);
    expect(after.results[0]).toMatchObject({ status: "SUCCEEDED", payload: { query: "peanuts" } });
    expect((await ask(sandbox, "stats_list")).total_retrieval_events).toBe(before.total_retrieval_events + 1);
  });
});
