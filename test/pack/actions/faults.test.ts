import { describe, expect, it } from "vitest";
import type { CallRecord, ToolpackOptions } from "../../../generated/mem0/index.js";
import type { Sandbox } from "../../../packages/sandbox/src/index.js";
import { inSandbox } from "../../../packages/sandbox/test/world.js";
import { caught } from "../../runtime/fixtures.js";
import { openPack } from "./open-pack.js";

const names = Array.from({ length: 100 }, (_, index) => `user-${index}`);
const secretOf = (name: string): string => `The box of ${name} opens with ${name.length}${name.slice(5)}.`;
const add = (name: string) => ({ user_id: name, infer: false, messages: [{ role: "user", content: secretOf(name) }] });
const quick: ToolpackOptions["retry"] = { max: 20, baseMs: 1 };

describe("a service that fails every second time", () => {
  it("is asked again by what may be repeated, and the caller sees no failure", () =>
    inSandbox(
      async (sandbox) => {
        const records: CallRecord[] = [];
        const { pack, seen } = openPack(sandbox, { retry: { baseMs: 1 }, onCall: (record) => records.push(record) });
        for (const [name, args] of [
          ["list_entities", {}],
          ["search_memories", { query: "food", user_id: "alice" }],
          ["list_memories", { user_id: "alice" }],
          ["get_memory_stats", {}],
        ] as const) {
          await pack.call(name, args);
        }
        expect(seen.map(({ status }) => status)).toEqual([200, 503, 200, 503, 200, 503, 200]);
        expect(records.filter(({ kind }) => kind === "retry")).toHaveLength(3);
        expect(records.filter(({ kind }) => kind === "end")).toHaveLength(4);
      },
      { seed: true, failEvery: 2 },
    ));

  it("is not asked again for what may have happened already", () =>
    inSandbox(
      async (sandbox) => {
        const { pack, seen } = openPack(sandbox, { retry: quick });
        await pack.call("get_memory_stats", {});
        expect(await caught(pack.call("add_memory", add("user-1")))).toMatchObject({
          code: "server_error",
          status: 503,
          retryable: false,
        });
        expect(seen).toHaveLength(2);
        expect((await pack.call("get_memory_stats", {})).data).toMatchObject({ total_memories: 0 });
      },
      { failEvery: 2 },
    ));
});

describe("a hundred calls at once", () => {
  it("each get their own answer although a third of the requests fails", () =>
    inSandbox(
      async (sandbox) => {
        const ids = await rememberAll(sandbox);
        const records: CallRecord[] = [];
        const { pack, seen } = openPack(sandbox, { retry: quick, onCall: (record) => records.push(record) });
        const answers = await Promise.all(
          names.map(async (name, index) => {
            const context = { name };
            const calls = [
              ["get_memory", { memory_id: ids.get(name) }],
              ["search_memories", { query: "What opens the box?", user_id: name }],
              ["list_memories", { user_id: name }],
              ["get_entity", { entity_type: "user", entity_id: name }],
            ] as const;
            const [tool, args] = calls[index % calls.length] ?? calls[0];
            return JSON.stringify((await pack.call(tool, args, { context })).data);
          }),
        );
        expect(answers).toHaveLength(100);
        for (const [index, answer] of answers.entries()) {
          const people = new Set(answer.match(/user-\d+/g));
          expect([...people], answer).toEqual([names[index]]);
        }
        const told = (kind: string) =>
          records.filter((record) => record.kind === kind).map(({ context }) => (context as { name: string }).name);
        expect(told("start").toSorted()).toEqual(names.toSorted());
        expect(told("end").toSorted()).toEqual(names.toSorted());
        const failed = seen.filter(({ status }) => status === 503).length;
        expect(failed).toBeGreaterThan(40);
        expect(told("retry")).toHaveLength(failed);
        expect(seen).toHaveLength(100 + failed);
      },
      { failEvery: 3, latencyMs: 5 },
    ));

  it("that write are each written once, or told as failed and not written", () =>
    inSandbox(
      async (sandbox) => {
        const { pack } = openPack(sandbox, { retry: quick });
        const outcomes = await Promise.allSettled(names.map((name) => pack.call("add_memory", add(name))));
        const written = names.filter((_, index) => outcomes[index]?.status === "fulfilled");
        expect(written).toHaveLength(75);
        for (const name of names) {
          const { data } = await pack.call("list_memories", { user_id: name });
          expect(data, name).toMatchObject({ count: written.includes(name) ? 1 : 0 });
        }
      },
      { failEvery: 4, latencyMs: 5 },
    ));
});

/** Tells the service the secret of each user: again until it listens. */
async function rememberAll(sandbox: Sandbox): Promise<Map<string, string>> {
  const { pack } = openPack(sandbox);
  const ids = new Map<string, string>();
  for (const name of names) {
    for (let id: string | undefined; id === undefined; ) {
      const added = await pack.call<{ results: { id: string }[] }>("add_memory", add(name)).catch(() => undefined);
      id = added?.data.results[0]?.id;
      if (id !== undefined) ids.set(name, id);
    }
  }
  return ids;
}
