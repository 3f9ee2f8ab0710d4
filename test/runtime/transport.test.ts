import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { cookieKey } from "../../runtime/http/credentials/cookie-key.js";
import { queryKey } from "../../runtime/http/credentials/query-key.js";
import { type ClientOptions, HttpClient, isToolpackError, type Operation } from "../../runtime/index.js";
import { canary, caught, definition, fakeClock, json, stub } from "./fixtures.js";

type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  vi.unstubAllEnvs();
});

/** A server on this machine; every request is counted. */
async function serve(handler: Handler): Promise<{ baseUrl: string; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    handler(request, response, requests.length);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

const get: Operation<Record<string, unknown>, unknown> = { method: "GET", path: "/v1/notes/{id}/" } as never;
const post: Operation<Record<string, unknown>, unknown> = { method: "POST", path: "/v1/notes/", body: ["a"] } as never;
const client = (options: ClientOptions): HttpClient =>
  new HttpClient(definition, { apiKey: canary, retry: { baseMs: 1 }, ...options });

test("a call: method, raw path, key and body arrive as they should", async () => {
  let body = "";
  const { baseUrl, requests } = await serve(async (request, response) => {
    for await (const chunk of request) body += chunk;
    response.end('{"id":"1"}');
  });
  expect(await client({ baseUrl, headers: { "X-App": "a" } }).request(post, { a: "é" })).toEqual({ id: "1" });
  const [request] = requests;
  expect([request?.method, request?.url, body]).toEqual(["POST", "/v1/notes/", '{"a":"é"}']);
  expect(request?.headers).toMatchObject({
    authorization: `Token ${canary}`,
    "content-type": "application/json",
    "x-app": "a",
  });
});

test("places that are no argument stay reachable", async () => {
  const { fetch, sent } = stub();
  await client({ fetch }).request(post, { a: 1 }, { extra: { "query:debug": true, "body:/b": 2, "header:X-A": "x" } });
  expect(sent[0]).toMatchObject({ url: "https://api.notes.example/v1/notes/?debug=true", body: '{"a":1,"b":2}' });
  expect(sent[0]?.headers["x-a"]).toBe("x");
});

test("a path below the base URL is kept", async () => {
  const { fetch, sent } = stub();
  await client({ fetch, baseUrl: "https://host.example/api/" }).request(get, { id: "a/b" });
  expect(sent[0]?.url).toBe("https://host.example/api/v1/notes/a%2Fb/");
});

test("keys in a query and in a cookie", async () => {
  const { fetch, sent } = stub();
  const operation = { ...get, query: ["q"], cookies: ["s"] };
  for (const send of [queryKey, cookieKey]) {
    const auth = { scheme: "key", send, name: "api_key", prefix: "", env: ["NOTES_TEST_KEY"] };
    const keyed = new HttpClient({ ...definition, auth: [auth] }, { apiKey: "a+b", fetch });
    await keyed.request(get, { id: "1" });
    await keyed.request(operation, { id: "1", q: 2, s: 3 });
  }
  const base = "https://api.notes.example/v1/notes/1/";
  expect(sent.map(({ url, headers }) => [url, headers.cookie])).toEqual([
    [`${base}?api_key=a%2Bb`, undefined],
    [`${base}?q=2&api_key=a%2Bb`, "s=3"],
    [base, "api_key=a%2Bb"],
    [`${base}?q=2`, "s=3; api_key=a%2Bb"],
  ]);
});

test("the key is read for each call: from a function, or from the variable", async () => {
  const { fetch, sent } = stub();
  let count = 0;
  const counted = client({ fetch, apiKey: async () => `k${++count}` });
  await counted.request(get, { id: "1" });
  await counted.request(get, { id: "1" });
  const fromVariable = new HttpClient(definition, { fetch });
  const missing = await caught(fromVariable.request(get, { id: "1" }));
  vi.stubEnv("NOTES_TEST_KEY", "k9");
  await fromVariable.request(get, { id: "1" });
  expect(sent.map(({ headers }) => headers.authorization)).toEqual(["Token k1", "Token k2", "Token k9"]);
  expect([missing.code, missing.message]).toEqual(["no_api_key", expect.stringContaining("NOTES_TEST_KEY")]);
});

test.each([`${canary}\r\nX-Evil: 1`, `${canary}\n`, `${canary}é`, ` ${canary}`, `${canary} `])(
  "key %# is refused and not repeated",
  async (apiKey) => {
    const { fetch, sent } = stub();
    let error: unknown;
    try {
      client({ apiKey, fetch });
    } catch (thrown) {
      error = thrown;
    }
    const later = await caught(client({ apiKey: () => apiKey, fetch }).request(get, { id: "1" }));
    for (const each of [error, later]) {
      expect(isToolpackError(each) && each.code).toBe("invalid_option");
      expect(inspect(each, { depth: 9, showHidden: true })).not.toContain(canary);
    }
    expect(sent).toEqual([]);
  },
);

test("what a key function throws is not repeated", async () => {
  const apiKey = (): string => {
    throw new Error(canary);
  };
  const error = await caught(client({ apiKey, fetch: stub().fetch }).request(get, { id: "1" }));
  expect([error.code, inspect(error, { depth: 9, showHidden: true }).includes(canary)]).toEqual(["no_api_key", false]);
});

test("a key function that fails or has no key never falls back to the variable, which is somebody else's", async () => {
  vi.stubEnv("NOTES_TEST_KEY", "k9");
  const { fetch, sent } = stub();
  const fail = (): never => {
    throw new Error("no key");
  };
  for (const apiKey of [fail, () => "", () => undefined as never, ""]) {
    expect((await caught(client({ apiKey, fetch }).request(get, { id: "1" }))).code).toBe("no_api_key");
  }
  expect(sent).toEqual([]);
});

test.each([
  "http://api.notes.example",
  "http://localhost.evil.example",
  "https://{host}.example",
  "http://127.0.0.1.evil.example",
  "https://user:s3cret@api.notes.example",
  "https://user@api.notes.example",
  "https://api.notes.example/?x=s3cret",
  "https://api.notes.example/#s3cret",
  "file:///etc",
  "ftp://host",
  "javascript:alert(1)",
  "//host",
  "",
  "nonsense",
])("base URL %j is refused at construction", (baseUrl) => {
  let error: unknown;
  try {
    client({ baseUrl });
  } catch (thrown) {
    error = thrown;
  }
  expect(isToolpackError(error) && error.code).toBe("invalid_option");
  expect(String(error)).not.toMatch(/s3cret|user/i.test(baseUrl) ? /s3cret|user:/ : /^$/);
});

test.each(["http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1", "https://eu.notes.example/base"])(
  "base URL %s is taken",
  (baseUrl) => {
    expect(() => client({ baseUrl })).not.toThrow();
  },
);

test("a host's header cannot hold a line break", () => {
  expect(() => client({ headers: { "X-A": "a\r\nX-Evil: 1" } })).toThrow(/X-A/);
});

test("a GET is repeated after a reset, a POST is not", async () => {
  const { baseUrl, requests } = await serve((request, response, count) => {
    if (count < 3) request.socket.destroy();
    else response.end("[]");
  });
  expect(await client({ baseUrl }).request(get, { id: "1" })).toEqual([]);
  expect(requests.length).toBe(3);
  const broken = await serve((request) => void request.socket.destroy());
  const error = await caught(client({ baseUrl: broken.baseUrl }).request(post, { a: 1 }));
  expect([error.code, error.retryable, broken.requests.length]).toEqual(["network", false, 1]);
});

test("a POST is not repeated after 503, is after 429, and after 503 when marked safe", async () => {
  const answers = (status: number) => stub(json({}, status), json({ ok: 1 }));
  const busy = answers(503);
  const error = await caught(client({ fetch: busy.fetch }).request(post, { a: 1 }));
  expect([error.code, error.status, error.retryable, busy.sent.length]).toEqual(["server_error", 503, false, 1]);
  const limited = answers(429);
  expect(await client({ fetch: limited.fetch }).request(post, { a: 1 })).toEqual({ ok: 1 });
  const safe = answers(503);
  expect(await client({ fetch: safe.fetch }).request({ ...post, retry: "safe" }, { a: 1 })).toEqual({ ok: 1 });
});

test("a call that has ended leaves no timer", async () => {
  vi.useFakeTimers();
  await client({ fetch: stub().fetch }).request(get, { id: "1" });
  const timers = vi.getTimerCount();
  vi.useRealTimers();
  expect(timers).toBe(0);
});

test("a stalled answer ends at the timeout, before and inside the body", async () => {
  const { baseUrl } = await serve((request, response) => {
    if (request.method === "POST") response.write('{"a":');
  });
  const impatient = client({ baseUrl, timeoutMs: 60, retry: { max: 0 } });
  const before = await caught(impatient.request(get, { id: "1" }));
  const inside = await caught(impatient.request({ ...post, retry: "safe" }, { a: 1 }));
  for (const error of [before, inside]) expect([error.code, error.retryable]).toEqual(["timeout", true]);
});

test("a truncated answer is an error, never half a result", async () => {
  const { baseUrl, requests } = await serve((request, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write('{"a":1}');
    setTimeout(() => request.socket.destroy(), 5);
  });
  const error = await caught(client({ baseUrl, retry: { max: 1, baseMs: 1 } }).request(get, { id: "1" }));
  expect([error.code, requests.length]).toEqual(["network", 2]);
});

test("an endless answer is given up at the limit", async () => {
  let closed = false;
  const { baseUrl, requests } = await serve((_, response) => {
    response.on("close", () => {
      closed = true;
    });
    const more = (): void => {
      while (!response.destroyed && response.write("x".repeat(65_536)));
      if (!response.destroyed) response.once("drain", more);
    };
    response.write('"');
    more();
  });
  const error = await caught(client({ baseUrl, maxBytes: 1_000_000 }).request(get, { id: "1" }));
  expect([error.code, error.message, requests.length]).toEqual(["bad_response", expect.stringContaining("1000000"), 1]);
  await vi.waitFor(() => expect(closed).toBe(true));
});

test("a long Retry-After comes back at once, with the time", async () => {
  const clock = fakeClock();
  const { fetch, sent } = stub(json({ detail: "slow down" }, 429, { "retry-after": "60" }));
  const error = await caught(client({ fetch, clock }).request(post, { a: 1 }));
  expect([error.code, error.retryAfterMs, error.retryable, sent.length, clock.slept]).toEqual([
    "rate_limited",
    60_000,
    true,
    1,
    [],
  ]);
  expect(error.message).toBe("HTTP 429: slow down (retry after 60 s)");
});

test("garbage in Retry-After counts as none", async () => {
  const clock = fakeClock();
  const { fetch } = stub(
    json({}, 429, { "retry-after": "-1" }),
    json({}, 429, { "retry-after": "NaN" }),
    json({ ok: 1 }),
  );
  expect(await client({ fetch, clock, retry: {} }).request(get, { id: "1" })).toEqual({ ok: 1 });
  expect(clock.slept).toEqual([500, 1000]);
});

test.each([
  [400, "rejected", false],
  [401, "unauthorized", false],
  [403, "forbidden", false],
  [404, "not_found", false],
  [408, "timeout", true],
  [409, "conflict", false],
  [410, "not_found", false],
  [413, "rejected", false],
  [422, "rejected", false],
  [429, "rate_limited", true],
  [500, "server_error", false],
  [503, "server_error", true],
])("status %i is %s", async (status, code, retryable) => {
  const { fetch } = stub(json({ error: "because" }, status, { "x-request-id": "r-1" }));
  const error = await caught(client({ fetch, retry: { max: 0 } }).request(get, { id: "1" }));
  expect(error).toMatchObject({ code, status, retryable, requestId: "r-1", message: `HTTP ${status}: because` });
});

test("cancelling: before, while waiting for the answer, while waiting to try again", async () => {
  const during = new AbortController();
  const { baseUrl, requests } = await serve(() => during.abort());
  const before = await caught(client({ baseUrl }).request(get, { id: "1" }, { signal: AbortSignal.abort() }));
  expect([before.code, requests.length]).toEqual(["cancelled", 0]);
  const error = await caught(client({ baseUrl }).request(get, { id: "1" }, { signal: during.signal }));
  expect([error.code, error.retryable, requests.length]).toEqual(["cancelled", false, 1]);
  const between = new AbortController();
  const { fetch, sent } = stub(json({}, 503));
  const waiting = client({ fetch, retry: { baseMs: 86_400_000, maxWaitMs: 86_400_000 } });
  setTimeout(() => between.abort(), 30);
  expect((await caught(waiting.request(get, { id: "1" }, { signal: between.signal }))).code).toBe("cancelled");
  expect(sent.length).toBe(1);
});

test("a caller's signal keeps no listener of ours", async () => {
  const { signal } = new AbortController();
  const add = vi.spyOn(signal, "addEventListener");
  const remove = vi.spyOn(signal, "removeEventListener");
  const { fetch } = stub(json({}, 503), json({}));
  await client({ fetch }).request(get, { id: "1" }, { signal });
  expect(add.mock.calls.length).toBe(3);
  expect(remove.mock.calls.map(([, listener]) => listener)).toEqual(add.mock.calls.map(([, listener]) => listener));
});

test("the key is in no error and no answer, in none of its forms", async () => {
  const echoes = [canary, encodeURIComponent(canary), `Token ${canary}`, `${"x".repeat(290)}${canary}`];
  for (const echo of echoes) {
    for (const status of [200, 400, 401, 500]) {
      const headers = { "x-request-id": encodeURIComponent(canary) };
      const { fetch } = stub(json({ detail: echo, [echo]: 1 }, status, headers));
      const seen = await client({ fetch })
        .request(get, { id: "1" })
        .catch((error) => error);
      const text = inspect(seen, { depth: 9, showHidden: true }) + JSON.stringify(seen);
      expect(text).not.toContain(canary.slice(0, 10));
      expect(text).not.toContain(encodeURIComponent(canary));
    }
  }
  const fetch = (): never => {
    throw Object.assign(new TypeError(`bad header ${canary}`), { cause: { code: canary } });
  };
  const error = await caught(client({ fetch, retry: { max: 0 } }).request(get, { id: "1" }));
  expect([error.code, inspect(error, { depth: 9, showHidden: true }).includes("canary")]).toEqual(["network", false]);
});

test("a hint is one harmless line", async () => {
  const { fetch } = stub(json({ detail: `a\u0000b\u202ec\u200b\n\n${"x".repeat(1000)}` }, 400));
  const error = await caught(client({ fetch }).request(get, { id: "1" }));
  expect(error.message).toMatch(/^HTTP 400: a b c x+$/);
  expect(error.message.length).toBeLessThanOrEqual(300);
});

test("100 calls at once, with faults, each with its own key and its own answer", async () => {
  const seen = new Map<string, string>();
  const { baseUrl } = await serve((request, response, count) => {
    const id = request.url?.split("/")[3] ?? "";
    const key = request.headers.authorization ?? "";
    if (seen.has(id) && seen.get(id) !== key) throw new Error("key changed");
    seen.set(id, key);
    if (count % 5 === 0) request.socket.destroy();
    else if (count % 7 === 0) response.writeHead(503).end();
    else setTimeout(() => response.end(JSON.stringify({ id, key })), Math.random() * 20);
  });
  const calls = Array.from({ length: 100 }, (_, index) =>
    client({ baseUrl, apiKey: () => `key-of-${index}-`, retry: { max: 8, baseMs: 1 } }).request(get, {
      id: `n${index}`,
    }),
  );
  const answers = await Promise.all(calls);
  expect(answers).toEqual(answers.map((_, index) => ({ id: `n${index}`, key: "Token [redacted]" })));
  expect([...seen].every(([id, key]) => key === `Token key-of-${id.slice(1)}-`)).toBe(true);
});
