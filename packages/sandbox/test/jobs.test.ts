import { describe, expect, it } from "vitest";
import type { Sandbox } from "../src/index.js";
import { ask, call } from "./client.js";
import { finish, inSandbox, remember } from "./world.js";

const seeded = <T>(test: (sandbox: Sandbox) => Promise<T>): Promise<T> => inSandbox(test, { seed: true });
const alice = { AND: [{ user_id: "alice" }] };
const text = { type: "string" };

describe("exports", () => {
  it("are not there until the job is done, and then have the shape that was asked for", () =>
    seeded(async (sandbox) => {
      const schema = {
        type: "object",
        required: ["facts", "people", "count"],
        properties: {
          facts: { type: "array", items: text },
          people: { type: "array", items: { $ref: "#/$defs/Person" } },
          summary: text,
          count: { type: "integer" },
          any: { type: ["boolean", "null"] },
          kind: { enum: ["export", "other"] },
        },
        $defs: {
          Person: {
            type: "object",
            properties: { says: text, friends: { type: "array", items: { $ref: "#/$defs/Person" } } },
          },
        },
      };
      const job = await ask(sandbox, "exports_create", { body: { schema, filters: alice } });
      const read = () => call(sandbox, "exports_list", { body: { memory_export_id: job.id } });
      expect((await read()).status).toBe(404);
      expect((await ask(sandbox, "events_list")).count).toBe(0);
      sandbox.advance();
      const { body } = await read();
      expect(body).toMatchObject({ count: 4, any: true, kind: "export", summary: expect.stringContaining("Lisbon") });
      expect(body.facts).toHaveLength(4);
      expect(body.facts[0]).toContain("peanuts");
      expect(body.people[1]).toMatchObject({ says: body.facts[1] });
    }));

  it("are found by filters too, the newest first", () =>
    seeded(async (sandbox) => {
      const create = (name: string, filters: object) =>
        ask(sandbox, "exports_create", { body: { schema: { properties: { [name]: text } }, filters } });
      await create("first", alice);
      await create("second", alice);
      await create("other", { OR: [{ user_id: "bob" }] });
      finish(sandbox);
      const read = async (filters: object) => (await call(sandbox, "exports_list", { body: { filters } })).body;
      expect(Object.keys(await read({ user_id: "alice" }))).toEqual(["second"]);
      expect(Object.keys(await read(alice))).toEqual(["second"]);
      expect(Object.keys(await read({ user_id: "bob" }))).toEqual(["other"]);
      expect(await read({ user_id: "eve" })).toHaveProperty("error");
    }));

  it("take filters under AND or OR alone", () =>
    seeded(async (sandbox) => {
      const create = (filters: object) => call(sandbox, "exports_create", { body: { schema: {}, filters } });
      expect((await create({ user_id: "alice" })).body).toEqual({ error: expect.stringContaining("AND or OR") });
      expect((await create({ AND: [] })).status).toBe(400);
      expect((await create({ AND: [{ user_id: "alice" }, { colour: "red" }] })).status).toBe(400);
    }));
});

describe("the schema of an export", () => {
  const create = (sandbox: Sandbox, schema: unknown) =>
    call(sandbox, "exports_create", { body: { schema, filters: alice } });

  it.each([
    { properties: null },
    { properties: { a: null } },
    { enum: null },
    { $ref: 7 },
    { type: "fact" },
    { items: [] },
    { $defs: { A: 1 }, $ref: "#/$defs/A" },
  ])("is refused when it is %j", (schema) =>
    seeded(async (sandbox) => {
      const { status, body } = await create(sandbox, schema);
      expect({ status, body }).toEqual({ status: 400, body: { message: expect.stringContaining("schema") } });
    }),
  );

  it.each([
    [{}, { result: expect.stringContaining("peanuts") }],
    [{ $schema: "http://json-schema.org/draft-07/schema#", type: "object" }, {}],
    [{ type: "array", items: { type: "object", properties: { fact: text } } }, { result: [{}, {}, {}, {}] }],
    [
      { type: "object", properties: { any: true, none: { type: "null" }, is: { const: 7 } } },
      { none: null, is: 7 },
    ],
    [{ $ref: "#/$defs/A", $defs: { A: { properties: { next: { $ref: "#/$defs/A" } } } } }, { next: { next: {} } }],
  ])("may be %j", (schema, expected) =>
    seeded(async (sandbox) => {
      const { body } = await create(sandbox, schema);
      finish(sandbox);
      expect((await call(sandbox, "exports_list", { body: { memory_export_id: body.id } })).body).toMatchObject(
        expected,
      );
    }),
  );
});

describe("events", () => {
  it("are listed newest first, by type, day and page", () =>
    seeded(async (sandbox) => {
      await remember(sandbox, ["One fact."], { user_id: "bob" });
      await ask(sandbox, "memories_search_v3", { body: { query: "fact", filters: { user_id: "bob" } } });
      await ask(sandbox, "memories_delete_all", { query: { user_id: "bob" } });
      const list = async (query: Record<string, string> = {}) => {
        const page = await ask(sandbox, "events_list", { query });
        return page.results.map(
          (event: { event_type: string; status: string }) => `${event.event_type} ${event.status}`,
        );
      };
      expect(await list()).toEqual(["DELETE_ALL PENDING", "SEARCH SUCCEEDED", "ADD SUCCEEDED"]);
      expect(await list({ event_type: "ADD" })).toEqual(["ADD SUCCEEDED"]);
      expect(await list({ page: "2", page_size: "2" })).toEqual(["ADD SUCCEEDED"]);
      expect(await list({ end_date: "2001-01-01" })).toEqual([]);
      expect(await list({ start_date: "2001-01-01", end_date: "2999-01-01" })).toHaveLength(3);
      expect((await call(sandbox, "events_list", { query: { page_size: "101" } })).status).toBe(400);
    }));
});
