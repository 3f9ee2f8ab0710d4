import { describe, expect, it } from "vitest";
import { type Sandbox, SEED } from "../src/index.js";
import { ask, call } from "./client.js";
import { finish, inSandbox, remember } from "./world.js";

const unknown = "99999999-9999-4999-8999-999999999999";
const bob = { user_id: "bob" };
const texts = (memories: readonly { memory: string }[]): string[] => memories.map((item) => item.memory);

const total = async (sandbox: Sandbox): Promise<number> => (await ask(sandbox, "stats_list")).total_memories;

describe("listing", () => {
  it("pages through all memories once, newest first", () =>
    inSandbox(async (sandbox) => {
      const added = Array.from({ length: 7 }, (_, index) => `Fact number ${index}.`);
      await remember(sandbox, added, bob);
      const seen: string[] = [];
      let query: Record<string, string> = { page: "1", page_size: "3" };
      for (;;) {
        const page = await ask(sandbox, "memories_list_v3", { query, body: { filters: bob } });
        expect(page.count).toBe(7);
        expect(page.previous === null).toBe(seen.length === 0);
        seen.push(...texts(page.results));
        if (page.next === null) break;
        query = Object.fromEntries(new URL(page.next).searchParams);
        expect(page.next.startsWith(`${sandbox.url}/v3/memories/?`)).toBe(true);
      }
      expect(seen).toEqual(added.toReversed());
    }));

  it("takes the page from the body, the query outranks it, and a page past the end is empty", () =>
    inSandbox(async (sandbox) => {
      await remember(sandbox, ["One fact.", "Two facts.", "Three facts."], bob);
      const body = { filters: bob, page: 2, page_size: 2 };
      expect((await ask(sandbox, "memories_list_v3", { body })).results).toHaveLength(1);
      expect((await ask(sandbox, "memories_list_v3", { body, query: { page: "1" } })).results).toHaveLength(2);
      const past = await ask(sandbox, "memories_list_v3", { body, query: { page: "9" } });
      expect(past).toMatchObject({ count: 3, next: null, results: [] });
      for (const wrong of [{ page: 0 }, { page_size: 0 }]) {
        expect((await call(sandbox, "memories_list_v3", { body: { filters: bob, ...wrong } })).status).toBe(400);
      }
      expect((await call(sandbox, "memories_list_v3", { body, query: { page_size: "201" } })).status).toBe(400);
    }));

  it("narrows by day, category and words, and answers the fields asked for", () =>
    inSandbox(
      async (sandbox) => {
        const list = async (more: object) =>
          ask(sandbox, "memories_list_v3", { body: { filters: { user_id: "alice" }, ...more } });
        expect((await list({ categories: ["food", "sports"] })).count).toBe(2);
        expect((await list({ keywords: "MARATHON may" })).count).toBe(1);
        expect((await list({ start_date: "2999-01-01" })).count).toBe(0);
        expect((await list({ end_date: "2001-01-01" })).count).toBe(0);
        expect((await list({ start_date: "2001-01-01", end_date: "2999-01-01" })).count).toBe(4);
        const { results } = await list({ fields: ["memory", "categories"] });
        expect(Object.keys(results[0]).sort()).toEqual(["categories", "memory"]);
      },
      { seed: true },
    ));

  it("answers the first version as a list, and as a page only with both page parameters", () =>
    inSandbox(
      async (sandbox) => {
        const list = (query: Record<string, string>) =>
          ask(sandbox, "memories_list", { query: { user_id: "alice", ...query } });
        expect(await list({})).toHaveLength(4);
        expect(await list({ page: "1" })).toHaveLength(4);
        expect(await list({ limit: "3" })).toHaveLength(3);
        expect(await list({ page: "2", page_size: "3" })).toMatchObject({ count: 4, next: null, results: [{}] });
        expect(await list({ metadata: '{"source":"chat"}' })).toHaveLength(2);
      },
      { seed: true },
    ));
});

describe("one memory", () => {
  const path = { memory_id: SEED.memories[0] };
  const seeded = <T>(test: (sandbox: Sandbox) => Promise<T>): Promise<T> => inSandbox(test, { seed: true });

  it("keeps every version in its history, beyond its end", () =>
    seeded(async (sandbox) => {
      const first = await ask(sandbox, "memories_read", { path });
      const changed = await ask(sandbox, "memories_update", { path, body: { text: "Alice is vegan." } });
      expect(changed).toMatchObject({ id: path.memory_id, memory: "Alice is vegan.", metadata: first.metadata });
      await ask(sandbox, "memories_delete", { path });
      expect((await call(sandbox, "memories_read", { path })).status).toBe(404);
      const history = await ask(sandbox, "memories_history_list", { path });
      expect(history).toMatchObject([
        { event: "ADD", old_memory: null, new_memory: first.memory },
        { event: "UPDATE", old_memory: first.memory, new_memory: "Alice is vegan." },
        { event: "DELETE", old_memory: "Alice is vegan.", new_memory: null },
      ]);
      const { results } = await ask(sandbox, "memories_events_list", { query: { limit: "2" } });
      expect(results.map((entry: { event: string }) => entry.event)).toEqual(["DELETE", "UPDATE"]);
    }));

  it("changes only what is given", () =>
    seeded(async (sandbox) => {
      const before = await ask(sandbox, "memories_read", { path });
      const body = { metadata: { checked: true }, expiration_date: "2999-12-31", timestamp: "2020-05-01T10:00:00Z" };
      expect(await ask(sandbox, "memories_update", { path, body })).toMatchObject({
        memory: before.memory,
        metadata: { checked: true },
        expiration_date: "2999-12-31",
        created_at: "2020-05-01T10:00:00.000Z",
      });
      const never = await ask(sandbox, "memories_update", { path, body: { expiration_date: null } });
      expect(never).toMatchObject({ expiration_date: null, metadata: { checked: true } });
      expect((await call(sandbox, "memories_update", { path, body: {} })).status).toBe(400);
      expect((await call(sandbox, "memories_update", { path, body: { timestamp: "noon" } })).status).toBe(400);
    }));

  it("cannot be changed when it is immutable, alone or in a batch", () =>
    seeded(async (sandbox) => {
      const [memory_id = ""] = await remember(sandbox, ["The earth is round."], { ...bob, immutable: true });
      const body = { text: "The earth is flat." };
      expect((await call(sandbox, "memories_update", { path: { memory_id }, body })).status).toBe(400);
      const memories = [
        { ...path, ...body },
        { memory_id, ...body },
      ];
      expect((await call(sandbox, "memories_batch_update", { body: { memories } })).status).toBe(400);
      expect((await ask(sandbox, "memories_read", { path })).memory).not.toBe(body.text);
      expect((await ask(sandbox, "memories_read", { path: { memory_id } })).memory).toBe("The earth is round.");
    }));

  it("says how many linked memories went only when it was asked to delete them", () =>
    seeded(async (sandbox) => {
      expect(await ask(sandbox, "memories_delete", { path })).not.toHaveProperty("cascade_count");
      const second = { path: { memory_id: SEED.memories[1] }, query: { delete_linked: "true" } };
      expect(await ask(sandbox, "memories_delete", second)).toHaveProperty("cascade_count", 0);
    }));

  it("is rated under an id of the rating, and an unknown one fails as in the service", () =>
    seeded(async (sandbox) => {
      const body = { ...path, feedback: "POSITIVE", feedback_reason: null };
      const rated = await ask(sandbox, "submit_feedback", { body });
      expect(rated).toMatchObject({ feedback: "POSITIVE", feedback_reason: null });
      expect(rated.id).not.toBe(path.memory_id);
      expect((await call(sandbox, "submit_feedback", { body: { memory_id: unknown } })).status).toBe(500);
    }));
});

describe("many memories", () => {
  it("changes and deletes a thousand at once and refuses one more", () =>
    inSandbox(async (sandbox) => {
      const ids = await remember(
        sandbox,
        Array.from({ length: 1001 }, (_, index) => `Fact ${index}.`),
        bob,
      );
      const all = ids.map((memory_id) => ({ memory_id }));
      const change = (memories: readonly object[]) =>
        call(sandbox, "memories_batch_update", {
          body: { memories: memories.map((item) => ({ ...item, text: "Changed." })) },
        });
      const remove = (memories: readonly object[]) => call(sandbox, "memories_batch_delete", { body: { memories } });
      expect((await change(all)).status).toBe(400);
      expect((await remove(all)).status).toBe(400);
      expect((await change(all.slice(0, 1000))).body.message).toContain("1000");
      const { results } = await ask(sandbox, "memories_list_v3", { query: { page_size: "1" }, body: { filters: bob } });
      expect(texts(results)).toEqual(["Fact 1000."]);
      expect((await remove(all.slice(0, 1000))).body.message).toContain("1000");
      expect(await total(sandbox)).toBe(1);
    }));

  it("leaves a batch with an unknown id wholly undone", () =>
    inSandbox(
      async (sandbox) => {
        const memories = [
          { memory_id: SEED.memories[0], text: "Changed." },
          { memory_id: unknown, text: "Changed." },
        ];
        for (const id of ["memories_batch_update", "memories_batch_delete"]) {
          const { status, body } = await call(sandbox, id, { body: { memories } });
          expect({ status, error: body.error }).toEqual({ status: 400, error: expect.stringContaining(unknown) });
        }
        const kept = await ask(sandbox, "memories_read", { path: { memory_id: SEED.memories[0] } });
        expect(kept.memory).not.toBe("Changed.");
      },
      { seed: true },
    ));

  it("queues a deletion by filter, and deletes what is there when it runs", () =>
    inSandbox(
      async (sandbox) => {
        await remember(sandbox, ["Bob stays."], bob);
        const { event_id } = await ask(sandbox, "memories_delete_all", {
          query: { user_id: "alice", metadata: '{"source":"chat"}' },
        });
        expect(await total(sandbox)).toBe(5);
        sandbox.advance();
        expect(await total(sandbox)).toBe(5);
        sandbox.advance();
        expect(await total(sandbox)).toBe(3);
        const event = await ask(sandbox, "event_read", { path: { event_id } });
        expect(event).toMatchObject({ event_type: "DELETE_ALL", status: "SUCCEEDED" });
        expect(event.results).toHaveLength(2);
      },
      { seed: true },
    ));

  it("takes a star for every owner of a kind, and four for everything", () =>
    inSandbox(
      async (sandbox) => {
        await remember(sandbox, ["An agent's own."], { agent_id: "guide" });
        await remember(sandbox, ["A run's own."], { run_id: "r1", expiration_date: "2020-01-01" });
        await ask(sandbox, "memories_delete_all", { query: { user_id: "*" } });
        finish(sandbox);
        expect(await total(sandbox)).toBe(2);
        await ask(sandbox, "memories_delete_all", { query: { user_id: "*", agent_id: "*", app_id: "*", run_id: "*" } });
        finish(sandbox);
        expect(await total(sandbox)).toBe(0);
      },
      { seed: true },
    ));

  it("refuses a deletion without an owner, even with metadata", () =>
    inSandbox(async (sandbox) => {
      for (const query of [{}, { user_id: "" }, { metadata: '{"source":"chat"}' }] as Record<string, string>[]) {
        expect((await call(sandbox, "memories_delete_all", { query })).status).toBe(400);
      }
    }));

  it("sums up what a filter selects, and nothing with an empty list", () =>
    inSandbox(
      async (sandbox) => {
        const summary = await ask(sandbox, "summary_create", { body: { filters: { user_id: "alice" } } });
        expect(summary).toEqual([expect.stringContaining("Lisbon")]);
        expect(await ask(sandbox, "summary_create", { body: { filters: bob } })).toEqual([]);
      },
      { seed: true },
    ));
});
