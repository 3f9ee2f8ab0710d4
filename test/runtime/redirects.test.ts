import { expect, test } from "vitest";
import { HttpClient, type Operation } from "../../runtime/index.js";
import { type Answer, canary, caught, definition, stub } from "./fixtures.js";

const get: Operation<Record<string, never>, unknown> = { method: "GET", path: "/v1/file" } as never;
const post: Operation<Record<string, never>, unknown> = { method: "POST", path: "/v1/file" } as never;
const home = String(definition.baseUrl);
const other = "https://files.example/a";

const redirect = (status: number, location: string): Response => new Response(null, { status, headers: { location } });

function send(operation: Operation<Record<string, never>, unknown>, ...answers: readonly Answer[]) {
  const { fetch, sent } = stub(...answers);
  const client = new HttpClient(definition, { apiKey: canary, fetch, retry: { max: 0 } });
  return { sent, result: client.request(operation, {}) };
}

test.each([301, 302, 303, 307, 308])("a read follows %i on its own origin, with its key", async (status) => {
  for (const location of [`${home}/v1/file/`, "/v1/file/", "file/"]) {
    const { sent, result } = send(get, redirect(status, location), new Response('{"a":1}'));
    expect(await result).toEqual({ a: 1 });
    expect(sent.map(({ url, headers }) => [url, headers["authorization"]])).toEqual([
      [`${home}/v1/file`, `Token ${canary}`],
      [`${home}/v1/file/`, `Token ${canary}`],
    ]);
  }
});

test("a loop ends after a few rounds, with an error", async () => {
  const { sent, result } = send(get, redirect(302, "/v1/file"));
  const error = await caught(result);
  expect([error.code, error.message, sent.length]).toEqual([
    "bad_response",
    `HTTP 302: redirected to ${home}/v1/file`,
    6,
  ]);
});

test.each([
  [302, other],
  [303, other],
  [307, "//files.example/a"],
  [307, `http://${new URL(home).host}/a`],
  [302, `${home}:8443/a`],
])("a read that is redirected (%i) to %s tells where, and goes nowhere", async (status, location) => {
  const { sent, result } = send(get, redirect(status, location));
  expect(await result).toEqual({ location: new URL(location, home).href });
  expect(sent.length).toBe(1);
});

test.each([301, 308])("an address that has moved (%i) to another origin is an error that names it", async (status) => {
  const { sent, result } = send(get, redirect(status, other));
  const error = await caught(result);
  expect([error.code, error.status, error.retryable]).toEqual(["bad_response", status, false]);
  expect([error.message, sent.length]).toEqual([`HTTP ${status}: redirected to ${other}`, 1]);
});

test("a write goes nowhere: 303 says that it is done, the others that it may not be", async () => {
  const done = send(post, redirect(303, "/v1/jobs/1"));
  expect([await done.result, done.sent.length]).toEqual([{ location: `${home}/v1/jobs/1` }, 1]);
  for (const status of [301, 302, 307, 308]) {
    const { sent, result } = send(post, redirect(status, "/v1/file/"));
    expect([(await caught(result)).code, sent.length]).toEqual(["bad_response", 1]);
  }
});

test("a redirect that the document declares is the result, whatever its status and method", async () => {
  for (const operation of [get, post]) {
    for (const status of [301, 302, 303, 307, 308]) {
      const { sent, result } = send({ ...operation, redirect: "return" }, redirect(status, "/v1/file/"));
      expect([await result, sent.length]).toEqual([{ location: `${home}/v1/file/` }, 1]);
    }
  }
});

test("an address that echoes the key is told without it", async () => {
  for (const status of [301, 302]) {
    const { result } = send(get, redirect(status, `${other}?key=${encodeURIComponent(canary)}`));
    const told = JSON.stringify(await result.catch((error) => error));
    expect(told).toContain(`${other}?key=[redacted]`);
  }
});

test.each(["http://[", ""])("an address that is none (%j) is an error", async (location) => {
  expect((await caught(send(get, redirect(302, location)).result)).code).toBe("bad_response");
});
