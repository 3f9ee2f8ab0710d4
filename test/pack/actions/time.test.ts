import { describe, expect, it } from "vitest";
import { inSandbox, remember } from "../../../packages/sandbox/test/world.js";
import { paginate } from "../../../runtime/index.js";
import { caught } from "../../runtime/fixtures.js";
import { openPack } from "./open-pack.js";

const messages = [{ role: "user", content: "The cellar key hangs behind the door." }];

describe("an answer that takes its time", () => {
  it("is waited for as long as the caller says, and then searched for with success", () =>
    inSandbox(
      async (sandbox) => {
        const { pack } = openPack(sandbox);
        const added = await pack.call("add_memory", { messages, user_id: "alice" }, { waitMs: 20_000 });
        expect(added.data).toMatchObject({ status: "PENDING" });
        expect(added.event).toMatchObject({ status: "SUCCEEDED", results: [{ event: "ADD" }] });
        expect(added.pending).toBeUndefined();
        const { data } = await pack.call("search_memories", { query: "cellar", user_id: "alice" });
        expect(data).toMatchObject({ results: [{ memory: messages[0]?.content }] });
      },
      { eventMs: 300 },
    ));

  it("comes back as queued, with the way to ask, when the time is over or none was given", () =>
    inSandbox(async (sandbox) => {
      const { pack, seen } = openPack(sandbox);
      for (const waitMs of [undefined, 100]) {
        const { data, event, pending, note } = await pack.call<{ event_id: string }>(
          "add_memory",
          { messages, user_id: "alice" },
          { waitMs },
        );
        expect({ event, pending }).toEqual({
          event: undefined,
          pending: { id: data.event_id, tool: "get_event_status" },
        });
        expect(note).toContain(data.event_id);
        const asked = await pack.call(String(pending?.tool), { event_id: pending?.id });
        expect(asked.data).toMatchObject({ id: data.event_id, status: "PENDING" });
      }
      expect(seen.filter(({ method }) => method === "POST")).toHaveLength(2);
    }));

  it("ends when the caller gives up", () =>
    inSandbox(async (sandbox) => {
      const { pack } = openPack(sandbox);
      const signal = AbortSignal.timeout(100);
      const call = pack.call("add_memory", { messages, user_id: "alice" }, { waitMs: 30_000, signal });
      expect(await caught(call)).toMatchObject({ code: "cancelled" });
    }));
});

describe("a list", () => {
  it("gives every item of every page once", () =>
    inSandbox(async (sandbox) => {
      const texts = Array.from({ length: 5 }, (_, index) => `Fact number ${index}.`);
      const ids = await remember(sandbox, texts, { user_id: "alice" });
      const { pack, seen } = openPack(sandbox);
      const found: unknown[] = [];
      const args = { user_id: "alice", page_size: 1 };
      for await (const { id } of paginate<{ id: string }>(pack, "list_memories", args)) found.push(id);
      expect(found.toSorted()).toEqual(ids.toSorted());
      expect(seen).toHaveLength(5);
    }));

  it("asks for no more than the caller takes", () =>
    inSandbox(async (sandbox) => {
      await remember(sandbox, ["One fact.", "Two facts.", "Three facts."], { user_id: "alice" });
      const { pack, seen } = openPack(sandbox);
      for await (const _ of paginate(pack, "list_memories", { user_id: "alice", page_size: 1 })) break;
      expect(seen).toHaveLength(1);
    }));
});
