import { describe, expect, it, vi } from "vitest";
import { type Sandbox, SEED } from "../../../packages/sandbox/src/index.js";
import { inSandbox, remember } from "../../../packages/sandbox/test/world.js";
import { caught } from "../../runtime/fixtures.js";
import { openPack } from "./open-pack.js";
import { nobody } from "./rows.js";

const [hers] = SEED.memories;

/** A sandbox with memories of alice and one of bob that every question about food finds. */
function withBob(test: (sandbox: Sandbox, bobs: string) => Promise<void>): Promise<void> {
  return inSandbox(
    async (sandbox) => {
      const [bobs = ""] = await remember(sandbox, ["Bob eats vegetarian food too."], { user_id: "bob" });
      await test(sandbox, bobs);
    },
    { seed: true },
  );
}

const owners = (data: unknown): Set<unknown> =>
  new Set((data as { results: { user_id: string }[] }).results.map(({ user_id }) => user_id));

describe("a pack that is held to alice", () => {
  it("finds hers alone, whatever filter it is given", () =>
    withBob(async (sandbox) => {
      const free = openPack(sandbox).pack;
      const query = "vegetarian food";
      const both = { OR: [{ user_id: "alice" }, { user_id: "bob" }] };
      const found = await free.call("search_memories_with_filters", { query, filters: both });
      expect(owners(found.data)).toEqual(new Set(["alice", "bob"]));

      const { pack } = openPack(sandbox, { bind: { user_id: "alice" } });
      for (const [name, args] of [
        ["search_memories", { query }],
        ["search_memories_with_filters", { query }],
        ["search_memories_with_filters", { query, filters: both }],
        ["list_memories", {}],
        ["list_memories_with_filters", {}],
        ["list_memories_with_filters", { filters: both }],
      ] as const) {
        expect(owners((await pack.call(name, args)).data), name).toEqual(new Set(["alice"]));
      }
      for (const name of ["search_memories_with_filters", "list_memories_with_filters"]) {
        const { data } = await pack.call(name, { query, filters: { user_id: "bob" } }).catch(() => ({ data: null }));
        expect(data === null || owners(data).size === 0, name).toBe(true);
      }
      expect((await pack.call("get_memory_summary", {})).data).toEqual([expect.not.stringContaining("Bob")]);
      expect(await caught(pack.call("search_memories", { query, user_id: "bob" }))).toMatchObject({
        code: "invalid_argument",
        field: "user_id",
      });
    }));

  it("takes somebody else's memory for one that is not there", () =>
    withBob(async (sandbox, bobs) => {
      const { pack, seen } = openPack(sandbox, { bind: { user_id: "alice" } });
      for (const [name, args] of [
        ["get_memory", {}],
        ["get_memory_history", {}],
        ["update_memory", { text: "Bob eats meat." }],
        ["delete_memory", {}],
        ["submit_feedback", { feedback: "NEGATIVE" }],
      ] as const) {
        const theirs = await caught(pack.call(name, { ...args, memory_id: bobs }));
        const none = await caught(pack.call(name, { ...args, memory_id: nobody }));
        expect(theirs, name).toMatchObject({ code: "not_found", status: 404, field: "memory_id" });
        expect(JSON.stringify(theirs), name).toBe(JSON.stringify(none));
      }
      expect(new Set(seen.map(({ method }) => method))).toEqual(new Set(["GET"]));
      const { data } = await openPack(sandbox).pack.call("get_memory", { memory_id: bobs });
      expect(data).toMatchObject({ memory: "Bob eats vegetarian food too.", user_id: "bob" });
      expect((await pack.call("get_memory", { memory_id: hers })).data).toMatchObject({ id: hers });
    }));

  it("deletes hers after it asked, and nobody else's although it was agreed to", () =>
    withBob(async (sandbox, bobs) => {
      const approve = vi.fn(() => true);
      const bind = { user_id: "alice" };
      const { pack } = openPack(sandbox, { bind, approve, approval: { off: [] } });
      expect(await caught(pack.call("delete_memory", { memory_id: bobs }))).toMatchObject({ code: "not_found" });
      await pack.call("delete_memory", { memory_id: hers });
      await pack.call("delete_all_memories", {});
      sandbox.advance();
      sandbox.advance();
      expect(approve).toHaveBeenCalledTimes(3);
      expect(approve).toHaveBeenLastCalledWith(expect.objectContaining({ arguments: { user_id: "alice" } }));

      const free = openPack(sandbox).pack;
      expect(await caught(free.call("get_memory", { memory_id: hers }))).toMatchObject({ code: "not_found" });
      expect((await free.call("list_memories", { user_id: "alice" })).data).toMatchObject({ count: 0 });
      expect((await free.call("get_memory", { memory_id: bobs })).data).toMatchObject({ id: bobs });
    }));

  it("changes nothing when the host does not agree", () =>
    withBob(async (sandbox) => {
      const { pack, seen } = openPack(sandbox, { approve: () => false, approval: { off: [] } });
      expect(await caught(pack.call("delete_memory", { memory_id: hers }))).toMatchObject({ code: "denied" });
      expect(seen).toEqual([]);
      expect((await pack.call("get_memory", { memory_id: hers })).data).toMatchObject({ id: hers });
    }));

  it("adds to hers", () =>
    withBob(async (sandbox) => {
      const { pack } = openPack(sandbox, { bind: { user_id: "alice" } });
      const messages = [{ role: "user", content: "The cellar key hangs behind the door." }];
      await pack.call("add_memory", { messages, infer: false });
      const { data } = await openPack(sandbox).pack.call("search_memories", { query: "cellar", user_id: "alice" });
      expect(data).toMatchObject({ results: [{ memory: messages[0]?.content, user_id: "alice" }] });
    }));
});
