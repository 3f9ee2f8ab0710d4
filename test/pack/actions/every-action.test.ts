import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { AnyTool } from "../../../generated/mem0/index.js";
import { profiles } from "../../../generated/mem0/profiles/index.js";
import { tools } from "../../../generated/mem0/tools/index.js";
import { type Sandbox, startSandbox } from "../../../packages/sandbox/src/index.js";
import { type DocumentOperation, operations } from "../../../packages/sandbox/test/document.js";
import { fill, inSandbox, inWorld, type World } from "../../../packages/sandbox/test/world.js";
import { sleep } from "../../../runtime/http/sleep.js";
import { isToolpackError, type ToolpackError } from "../../../runtime/index.js";
import { canary, caught } from "../../runtime/fixtures.js";
import { openPack } from "./open-pack.js";
import { type Arguments, type Row, rows } from "./rows.js";

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);

const all = Object.entries(rows);
const having = (key: keyof Row): [string, Row][] => all.filter(([, row]) => row[key] !== undefined);
const goodFor = ({ good }: Row, world: World): Arguments => (typeof good === "function" ? good(world) : good);

const toolOf = (name: string): AnyTool => tools.find((tool) => tool.name === name) as AnyTool;

/** What the document says of an action, found by method and path alone. */
function operationOf(name: string): DocumentOperation {
  const shape = (path: string): string => path.replaceAll(/\{[^}]+\}/g, "{}");
  const { method, path } = toolOf(name).operation;
  const found = [...operations.values()].filter((each) => each.method === method && shape(each.path) === shape(path));
  expect(found, name).toHaveLength(1);
  return found[0] as DocumentOperation;
}

describe("the table of actions", () => {
  it("has exactly the tools of the profile extended", () => {
    const { pack } = openPack({ url: "http://127.0.0.1:1", apiKey: "none" });
    expect(Object.keys(rows).sort()).toEqual(pack.tools.map(({ name }) => name).sort());
    expect(Object.keys(rows).sort()).toEqual(profiles.extended?.toSorted());
    expect(all).toHaveLength(51);
    expect(pack.withheld).toEqual([]);
  });

  it.each([
    ["missing", "404"],
    ["forbidden", "403"],
  ] as const)("tries what is %s wherever the document knows %s", (key, status) => {
    const known = Object.keys(rows).filter((name) => operationOf(name).statuses.includes(status));
    expect(
      having(key)
        .map(([name]) => name)
        .sort(),
    ).toEqual(known.sort());
  });
});

describe("a good call", () => {
  it.each(all)("%s", (name, row) =>
    inWorld(async (world) => {
      const { pack, seen } = openPack(world.sandbox);
      const result = await pack.call(name, goodFor(row, world));
      expect(result.data).toMatchObject(row.answers as object);
      expect(seen).toHaveLength(1);
      expect(result.data).toEqual(seen[0]?.body);

      const { outputSchema } = toolOf(name);
      const valid = ajv.validate(outputSchema as object, result.data);
      expect(valid, ajv.errorsText()).toBe(true);
      expect(operationOf(name).check(Number(seen[0]?.status), seen[0]?.body)).toBe("");
    }),
  );
});

describe("a bad call", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ seed: true });
  });
  afterAll(() => sandbox.close());

  it.each(all)("%s refuses bad arguments before anything is sent", async (name, { bad: [field, args] }) => {
    const { pack, seen } = openPack(sandbox);
    const error = await caught(pack.call(name, args));
    expect(error).toMatchObject({ code: "invalid_argument", field, retryable: false });
    expect(error.status).toBeUndefined();
    expect(pack.check(name, args)).toEqual(error);
    const strange = JSON.parse('{"__proto__": {"user_id": "alice"}}');
    for (const other of [[], "text", 7, strange, { ...args, no_such_argument: 1 }, { constructor: 1, ...args }]) {
      expect(await caught(pack.call(name, other)), JSON.stringify(other)).toMatchObject({ code: "invalid_argument" });
    }
    expect(seen).toEqual([]);
  });

  it.each(having("missing"))("%s says that something is not there", async (name, { missing }) => {
    const { pack, seen } = openPack(sandbox);
    const error = await caught(pack.call(name, missing));
    expect(error).toMatchObject({ code: "not_found", status: 404, retryable: false });
    expect(error.message).toMatch(/^HTTP 404: \S/);
    expect(seen).toHaveLength(1);
  });

  it.each(having("forbidden"))("%s says that the key has no rights", async (name, { forbidden }) => {
    const { pack, seen } = openPack(sandbox);
    expect(await caught(pack.call(name, forbidden))).toMatchObject({ code: "forbidden", status: 403 });
    expect(seen).toHaveLength(1);
  });

  it.each(all)("%s says that the key is wrong, without showing it", async (name, row) => {
    const { pack, seen } = openPack(sandbox, { apiKey: canary });
    const error = await caught(pack.call(name, goodFor(row, anyWorld(sandbox))));
    expect(isToolpackError(error)).toBe(true);
    expect(error).toMatchObject({ code: "unauthorized", status: 401, retryable: false });
    for (const text of [error.message, error.stack, JSON.stringify(error), String(error)]) {
      expect(text).not.toContain(canary);
    }
    expect(seen).toHaveLength(1);
  });
});

describe("a limit of requests", () => {
  // The sandbox runs in this process: its windows open when this clock says so, and no test has to wait.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each(all)("%s waits a little and succeeds", (name, row) =>
    inSandbox(
      async (sandbox) => {
        const world = await fill(sandbox);
        vi.setSystemTime(Date.now() + 5_000);
        await useUp(sandbox);
        const waits: number[] = [];
        const wait = async (ms: number): Promise<void> => {
          waits.push(ms);
          vi.setSystemTime(Date.now() + ms);
        };
        const { pack, seen } = openPack(sandbox, { clock: { now: Date.now, random: Math.random, sleep: wait } });
        const { data } = await pack.call(name, goodFor(row, world));
        expect(data).toMatchObject(row.answers as object);
        expect(waits).toEqual([5_000]);
        expect(seen.map(({ status }) => status)).toEqual([429, expect.any(Number)]);
        expect(operationOf(name).check(429, seen[0]?.body)).toBe("");
      },
      { seed: true, rateLimit: limit, rateWindowMs: 5_000 },
    ),
  );

  it("that is long is told at once, for every action", () =>
    inSandbox(
      async (sandbox) => {
        await useUp(sandbox);
        const slept = vi.fn(sleep);
        const { pack, seen } = openPack(sandbox, { clock: { now: Date.now, random: Math.random, sleep: slept } });
        for (const [name, row] of all) {
          const error = (await caught(pack.call(name, goodFor(row, anyWorld(sandbox))))) as unknown as ToolpackError;
          const { code, status, retryable, retryAfterMs } = error;
          expect({ code, status, retryable, retryAfterMs }, name).toEqual({
            code: "rate_limited",
            status: 429,
            retryable: true,
            retryAfterMs: 60_000,
          });
        }
        expect(seen).toHaveLength(51);
        expect(slept).not.toHaveBeenCalled();
      },
      { rateLimit: limit },
    ));
});

/** More than it takes to fill a world. */
const limit = 8;

/** Makes requests until no more are answered in this window. */
async function useUp(sandbox: Sandbox): Promise<void> {
  const headers = { authorization: `Token ${sandbox.apiKey}` };
  for (let request = 0; request < limit; request++) {
    expect((await fetch(`${sandbox.url}/v1/ping/`, { headers })).status).toBe(200);
  }
}

/** Ids of the right form, where a call does not get as far as to use them. */
function anyWorld(sandbox: Sandbox): World {
  const id = "99999999-9999-4999-8999-999999999999";
  return { sandbox, event: id, export: id, webhook: "wh_none", entity: "1" };
}
