import { describe, expect, it } from "vitest";
import { ask, call } from "./client.js";
import { finish, inSandbox, remember } from "./world.js";

const bob = { filters: { user_id: "bob" } };
const user = (content: string): object => ({ role: "user", content });
const assistant = (content: string): object => ({ role: "assistant", content });

describe("adding", () => {
  it("keeps messages as they are, at once, when infer is false", () =>
    inSandbox(async (sandbox) => {
      const texts = ["  Hi!\n\nIs this kept? ", "Yes. Two sentences."];
      const added = await ask(sandbox, "memories_add_v3", {
        body: { messages: [user(texts[0] as string), assistant(texts[1] as string)], user_id: "bob", infer: false },
      });
      expect(added.status).toBe("SUCCEEDED");
      expect(added.results.map((result: { data: { memory: string } }) => result.data.memory)).toEqual(texts);
      const { results } = await ask(sandbox, "memories_list_v3", { body: bob });
      expect(results.map((memory: { memory: string }) => memory.memory).sort()).toEqual([...texts].sort());
      const event = await ask(sandbox, "event_read", { path: { event_id: added.event_id } });
      expect(event).toMatchObject({ status: "SUCCEEDED", results: added.results });
    }));

  it("goes from PENDING over RUNNING to SUCCEEDED, and shows nothing before the end", () =>
    inSandbox(async (sandbox) => {
      const body = { messages: [user("I keep two cats.")], user_id: "bob" };
      const { event_id, status } = await ask(sandbox, "memories_add_v3", { body });
      const look = async () => {
        const event = await ask(sandbox, "event_read", { path: { event_id } });
        const { count } = await ask(sandbox, "memories_list_v3", { body: bob });
        return { ...event, count };
      };
      expect(status).toBe("PENDING");
      expect(await look()).toMatchObject({ status, started_at: null, completed_at: null, results: null, count: 0 });
      sandbox.advance();
      expect(await look()).toMatchObject({ status: "RUNNING", completed_at: null, results: null, count: 0 });
      sandbox.advance();
      const done = await look();
      expect(done).toMatchObject({ status: "SUCCEEDED", event_type: "ADD", error: null, count: 1 });
      expect(done.results).toMatchObject([{ event: "ADD", data: { memory: "I keep two cats." } }]);
      const memory = await ask(sandbox, "memories_read", { path: { memory_id: done.results[0].id } });
      expect(memory).toMatchObject({ memory: "I keep two cats.", user_id: "bob" });
    }));

  it("finishes by itself after the time it was given", () =>
    inSandbox(
      async (sandbox) => {
        const body = { messages: [user("I keep two cats.")], user_id: "bob" };
        const { event_id } = await ask(sandbox, "memories_add_v3", { body });
        const read = async () => (await ask(sandbox, "event_read", { path: { event_id } })).status;
        await expect.poll(read, { interval: 5, timeout: 120_000 }).toBe("SUCCEEDED");
      },
      { eventMs: 20 },
    ));

  it("splits what was said into statements and leaves questions and greetings out", () =>
    inSandbox(async (sandbox) => {
      const messages = [
        user("Hi there! I live in Lyon. Do you know it?\nMy sister is called Mona."),
        assistant("Lyon is lovely in spring."),
        user("我喜欢吃辣的食物。 I live in Lyon."),
      ];
      await ask(sandbox, "memories_add_v3", { body: { messages, user_id: "bob" } });
      finish(sandbox);
      const list = async () => {
        const { results } = await ask(sandbox, "memories_list_v3", { body: bob });
        return results.map((memory: { memory: string }) => memory.memory).reverse();
      };
      const statements = ["I live in Lyon.", "My sister is called Mona.", "我喜欢吃辣的食物。"];
      expect(await list()).toEqual(statements);
      await ask(sandbox, "memories_add_v3", { body: { messages, user_id: "bob" } });
      finish(sandbox);
      expect(await list()).toEqual(statements);
    }));

  it("gives a fact to the user or to the agent, whoever said it", () =>
    inSandbox(async (sandbox) => {
      const messages = [user("I need a window seat."), assistant("I booked seat 4A for you.")];
      await ask(sandbox, "memories_add_v3", { body: { messages, user_id: "bob", agent_id: "travel", run_id: "r1" } });
      finish(sandbox);
      const list = async (filters: object) =>
        (await ask(sandbox, "memories_list_v3", { body: { filters } })).results.map(
          (memory: { memory: string }) => memory.memory,
        );
      expect(await list({ user_id: "bob" })).toEqual(["I need a window seat."]);
      expect(await list({ agent_id: "travel" })).toEqual(["I booked seat 4A for you."]);
      expect(await list({ AND: [{ user_id: "bob" }, { agent_id: "travel" }] })).toEqual([]);
      expect(await list({ run_id: "r1" })).toHaveLength(2);
    }));

  it("keeps metadata, expiry, time and the categories that apply", () =>
    inSandbox(async (sandbox) => {
      const [id] = await remember(sandbox, ["The invoice is late."], {
        user_id: "bob",
        metadata: { source: "mail" },
        expiration_date: "2999-01-01",
        timestamp: 1_600_000_000,
        custom_categories: [{ billing: "Every invoice and refund" }, { travel: "Trips" }],
      });
      expect(await ask(sandbox, "memories_read", { path: { memory_id: id as string } })).toMatchObject({
        metadata: { source: "mail" },
        expiration_date: "2999-01-01",
        created_at: "2020-09-13T12:26:40.000Z",
        categories: ["billing"],
      });
    }));

  it("hides expired memories unless they are asked for", () =>
    inSandbox(async (sandbox) => {
      const [id] = await remember(sandbox, ["The code is 4711."], { user_id: "bob", expiration_date: "2020-01-01" });
      const today = new Date().toISOString().slice(0, 10);
      await remember(sandbox, ["The code is valid today."], { user_id: "bob", expiration_date: today });
      const count = async (more: object) =>
        (await ask(sandbox, "memories_list_v3", { body: { ...bob, ...more } })).count;
      const hits = async (more: object) =>
        (await ask(sandbox, "memories_search_v3", { body: { ...bob, query: "code", ...more } })).results.length;
      expect([await count({}), await count({ show_expired: true })]).toEqual([1, 2]);
      expect([await hits({}), await hits({ show_expired: true })]).toEqual([1, 2]);
      expect((await call(sandbox, "memories_read", { path: { memory_id: id as string } })).status).toBe(200);
    }));

  it("answers the first version with a list, or with an object for its last format", () =>
    inSandbox(async (sandbox) => {
      const body = { messages: [user("I keep two cats.")], user_id: "bob" };
      const list = await ask(sandbox, "memories_create", { body });
      expect(list).toMatchObject([{ status: "PENDING" }]);
      const object = await ask(sandbox, "memories_create", { body: { ...body, output_format: "v1.1", version: "v2" } });
      expect(object).toMatchObject({ results: [{ status: "PENDING" }], relations: [] });
    }));

  it.each([
    ["no messages", { messages: [], user_id: "bob" }],
    ["a blank owner", { messages: [user("I keep two cats.")], user_id: " " }],
    ["an unknown role", { messages: [{ role: "robot", content: "Beep." }], user_id: "bob" }],
    ["a time out of this world", { messages: [user("I keep two cats.")], user_id: "bob", timestamp: 1e15 }],
    ["an impossible day", { messages: [user("I keep two cats.")], user_id: "bob", expiration_date: "2020-02-30" }],
  ])("refuses %s", (_, body) =>
    inSandbox(async (sandbox) => {
      expect((await call(sandbox, "memories_add_v3", { body })).status).toBe(400);
      expect((await ask(sandbox, "events_list")).count).toBe(0);
    }),
  );

  it("refuses a message without text in the first version too", () =>
    inSandbox(async (sandbox) => {
      const { status, body } = await call(sandbox, "memories_create", {
        body: { messages: [{ role: "user" }], user_id: "bob" },
      });
      expect(status).toBe(400);
      expect(body).toMatchObject({
        error: "400 Bad Request",
        details: { message: expect.stringContaining("content") },
      });
    }));
});
