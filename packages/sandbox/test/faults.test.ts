import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { describe, expect, it } from "vitest";
import { faults } from "../src/http/faults.js";
import { startSandbox } from "../src/index.js";
import { ask, call } from "./client.js";
import { inSandbox, remember } from "./world.js";

const statuses = (sandbox: Parameters<typeof call>[0], count: number): Promise<number[]> =>
  Promise.all(Array.from({ length: count }, async () => (await call(sandbox, "ping_read")).status));

describe("faults", () => {
  it("let every n-th request fail with the status asked for", async () => {
    await inSandbox(
      async (sandbox) => {
        for (const expected of [200, 200, 503, 200, 200, 503]) {
          expect((await call(sandbox, "ping_read")).status).toBe(expected);
        }
      },
      { failEvery: 3 },
    );
    await inSandbox(async (sandbox) => expect(await statuses(sandbox, 2)).toEqual([418, 418]), {
      failEvery: 1,
      failStatus: 418,
    });
  });

  it("limit the requests of a window, and count only those with the key", () =>
    inSandbox(
      async (sandbox) => {
        for (let index = 0; index < 5; index++)
          expect((await call(sandbox, "ping_read", {}, "wrong")).status).toBe(401);
        expect((await statuses(sandbox, 4)).sort()).toEqual([200, 200, 429, 429]);
        const { headers, body } = await call(sandbox, "stats_list");
        expect(Number(headers.get("retry-after"))).toBe(60);
        expect(body).toHaveProperty("detail");
      },
      { rateLimit: 2 },
    ));

  it("open the next window when the time has come", () => {
    const { retryAfter } = faults({ rateLimit: 1, rateWindowMs: 2_500 });
    expect([0, 100, 2_400, 2_500, 2_501].map(retryAfter)).toEqual([undefined, 3, 1, undefined, 3]);
  });

  it("wait before every answer", () =>
    inSandbox(
      async (sandbox) => {
        const start = performance.now();
        await call(sandbox, "ping_read");
        expect(performance.now() - start).toBeGreaterThanOrEqual(29);
      },
      { latencyMs: 30 },
    ));
});

describe("a sandbox", () => {
  it("shares nothing with another", () =>
    inSandbox((one) =>
      inSandbox(
        async (two) => {
          expect(one.url).not.toBe(two.url);
          await remember(one, ["Only here."], { user_id: "bob" });
          await ask(one, "update_project", { path: await own(one), body: { name: "Renamed" } });
          expect((await ask(two, "entities_list")).count).toBe(0);
          expect((await ask(two, "get_project", { path: await own(two) })).name).toBe("Default project");
          expect((await call(two, "ping_read", {}, one.apiKey)).status).toBe(401);
        },
        { apiKey: "other-key" },
      ),
    ));

  it("listens on the loopback interface only", () =>
    inSandbox(async (sandbox) => {
      expect(new URL(sandbox.url).hostname).toBe("127.0.0.1");
      const outside = Object.values(networkInterfaces())
        .flatMap((addresses) => addresses ?? [])
        .filter(({ internal, family }) => !internal && family === "IPv4");
      for (const { address } of outside)
        expect(await opens(address, Number(new URL(sandbox.url).port)), address).toBe(false);
    }));

  it("names the port that is taken, and stops while work waits", async () => {
    const first = await startSandbox({ eventMs: 600_000 });
    const port = Number(new URL(first.url).port);
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    await ask(first, "memories_add_v3", {
      body: { messages: [{ role: "user", content: "I like tea a lot." }], user_id: "bob" },
    });
    await first.close();
    const second = await startSandbox({ port });
    expect((await ask(second, "events_list")).count).toBe(0);
    await second.close();
  });
});

async function own(sandbox: Parameters<typeof ask>[0]): Promise<Record<string, string>> {
  const { org_id, project_id } = await ask(sandbox, "ping_read");
  return { org_id, project_id };
}

function opens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 });
    const end = (open: boolean) => () => {
      socket.destroy();
      resolve(open);
    };
    socket.once("connect", end(true)).once("error", end(false)).once("timeout", end(false));
  });
}
