import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../src/index.js";
import { call, UNDECLARED } from "./client.js";
import { operations } from "./document.js";
import { type Row, rows } from "./rows.js";
import { inSandbox, inWorld } from "./world.js";

const all = Object.entries(rows);
const having = (key: keyof Row): [string, Row][] => all.filter(([, row]) => row[key] !== undefined);

describe("the table of calls", () => {
  it("has every operation of the document", () => {
    expect(Object.keys(rows).sort()).toEqual([...operations.keys()].sort());
    expect(all).toHaveLength(55);
  });

  it("asks for something that is not there wherever the document knows 404, and for no rights wherever 403", () => {
    const declaring = (status: string): string[] =>
      [...operations.values()].filter(({ statuses }) => statuses.includes(status)).map(({ id }) => id);
    expect(
      having("missing")
        .map(([id]) => id)
        .sort(),
    ).toEqual(declaring("404").sort());
    expect(
      having("forbidden")
        .map(([id]) => id)
        .sort(),
    ).toEqual(declaring("403").sort());
  });

  it("sends bad input wherever the document knows 400", () => {
    const bad = new Set(having("bad").map(([id]) => id));
    const declaring = [...operations.values()].filter(({ statuses }) => statuses.includes("400"));
    expect(declaring.map(({ id }) => id).filter((id) => !bad.has(id))).toEqual([]);
  });

  it("excuses no status that the document knows", () => {
    for (const [id, statuses] of Object.entries(UNDECLARED)) {
      for (const status of statuses)
        expect(operations.get(id)?.statuses, `${id} ${status}`).not.toContain(String(status));
    }
  });
});

describe("success", () => {
  it.each(all)("%s", (id, { success, good }) =>
    inWorld(async (world) => {
      const { status, body } = await call(world.sandbox, id, good(world));
      expect(status).toBe(success);
      expect(Object.keys(body)).not.toHaveLength(0);
    }),
  );
});

describe("refusal", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ seed: true });
  });
  afterAll(() => sandbox.close());

  it.each(all)("%s answers 401 to a wrong key, whatever else is wrong", async (id) => {
    const { status, body } = await call(sandbox, id, {}, "wrong-key");
    expect({ status, keys: Object.keys(body) }).toEqual({ status: 401, keys: ["detail"] });
  });

  it.each(having("bad"))("%s refuses bad input", async (id, { bad, badStatus = 400 }) => {
    expect((await call(sandbox, id, bad)).status).toBe(badStatus);
  });

  it.each(having("missing"))("%s answers 404 to what is not there", async (id, { missing }) => {
    expect((await call(sandbox, id, missing)).status).toBe(404);
  });

  it.each(having("forbidden"))("%s answers 403 where the key has no rights", async (id, { forbidden }) => {
    expect((await call(sandbox, id, forbidden)).status).toBe(403);
  });
});

describe("the rate limit", () => {
  it("holds for every operation and says how long to wait", () =>
    inSandbox(
      async (sandbox) => {
        expect((await call(sandbox, "ping_read")).status).toBe(200);
        for (const id of operations.keys()) {
          const { status, headers } = await call(sandbox, id);
          expect(status, id).toBe(429);
          expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
        }
      },
      { rateLimit: 1 },
    ));
});
