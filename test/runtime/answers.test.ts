import { expect, test } from "vitest";
import { readBinary } from "../../runtime/http/readers/read-binary.js";
import { readText } from "../../runtime/http/readers/read-text.js";
import { type ClientOptions, HttpClient, type Operation, type ReadAnswer } from "../../runtime/index.js";
import { createToolpack } from "../../runtime/pack/create-toolpack.js";
import { canary, caught, definition, stub, tool } from "./fixtures.js";

const get: Operation<Record<string, never>, unknown> = { method: "GET", path: "/v1/report/" } as never;
const post: Operation<Record<string, never>, unknown> = { method: "POST", path: "/v1/report/" } as never;
const client = (options: ClientOptions): HttpClient =>
  new HttpClient(definition, { apiKey: canary, retry: { max: 0 }, ...options });

type Body = ConstructorParameters<typeof Response>[0];

/** What a call returns for a response of this media type. */
function read(body: Body, type: string | undefined, reader?: ReadAnswer, status: number = 200): Promise<unknown> {
  const response = new Response(body, { status });
  response.headers.delete("content-type");
  if (type !== undefined) response.headers.set("content-type", type);
  return client({ fetch: stub(response).fetch }).request({ ...get, ...(reader && { read: reader }) }, {});
}

const json = "application/json";
const pdf = new Uint8Array([0x25, 0x50, 0, 0xff]);
const readers: Record<string, ReadAnswer | undefined> = { json: undefined, text: readText, bytes: readBinary };

// What is declared, what is sent, and what it is to the caller.
test.each<[string, Body, string | undefined, unknown]>([
  ["json", '{"a":1}', json, { a: 1 }],
  ["json", '{"a":1}', "application/problem+json; charset=utf-8", { a: 1 }],
  ["json", '{"a":1}', "text/html", { a: 1 }],
  ["json", '{"a":1}', undefined, { a: 1 }],
  ["json", "OK", "text/plain", "OK"],
  ["json", "OK", json, "OK"],
  ["json", "<html>ok</html>", "text/html", "<html>ok</html>"],
  ["json", '\ufeff{"a":1}', json, { a: 1 }],
  ["json", pdf, "application/pdf", { type: "application/pdf", base64: "JVAA/w==" }],
  ["json", new Uint8Array([0, 255, 1]), undefined, { type: "application/octet-stream", base64: "AP8B" }],
  ["json", new Uint8Array([0x63, 0xe9]), "text/plain; charset=iso-8859-1", "cé"],
  ["json", new Uint8Array([0x63, 0xe9]), 'text/plain; charset="ISO-8859-1"; x=y', "cé"],
  ["json", new Uint8Array([0x63, 0xe9]), "text/plain", "cé"],
  ["json", new Uint8Array([0x63, 0xe9]), "application/x-a; b=c", { type: "application/x-a", base64: "Y+k=" }],
  ["json", "é", "text/plain; charset=no-such", "é"],
  ["json", "", json, null],
  ["text", "12", "text/csv", "12"],
  ["text", '{"a":1}', json, { a: 1 }],
  ["text", pdf, "application/pdf", { type: "application/pdf", base64: "JVAA/w==" }],
  ["text", "", "text/csv", null],
  ["bytes", "%PDF-1.4", "application/pdf", { type: "application/pdf", base64: "JVBERi0xLjQ=" }],
  ["bytes", "no such file", "text/plain; charset=utf-8", "no such file"],
  ["bytes", '{"a":1}', json, { a: 1 }],
  ["bytes", "<a/>", "image/svg+xml", "<a/>"],
  ["bytes", "", "application/pdf", null],
])("declared %s, sent %j as %s", async (declared, body, type, expected) => {
  expect(await read(body, type, readers[declared])).toEqual(expected);
});

test.each([204, 205, 304])("status %i has no content and is a success", async (status) => {
  expect(await read(null, undefined, undefined, status)).toBeNull();
});

test("values that no schema knows are data, and pieces may end anywhere", async () => {
  expect(await read('{"role":"TIME_TRAVELLER","at":"yesterday","name":null}', json)).toEqual({
    role: "TIME_TRAVELLER",
    at: "yesterday",
    name: null,
  });
  const pieces = new ReadableStream({
    start(controller) {
      for (const byte of new TextEncoder().encode('"💥é"')) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
  expect(await read(pieces, json)).toBe("💥é");
});

test("a request asks for what the operation declares, unless the host says otherwise", async () => {
  const { fetch, sent } = stub();
  await client({ fetch }).request(get, {});
  await client({ fetch }).request({ ...get, accept: "text/csv" }, {});
  await client({ fetch, headers: { Accept: "application/x" } }).request({ ...get, accept: "text/csv" }, {});
  expect(sent.map(({ headers }) => headers["accept"])).toEqual([json, "text/csv", "application/x"]);
});

/** A response that stops in the middle, without an end. */
const broken = (): Response =>
  new Response(
    new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"id":12')),
      pull: (controller) => controller.error(new TypeError("terminated")),
    }),
    { status: 201 },
  );

test("what a write did is never told as a failure, nor repeated, when its response is lost", async () => {
  for (const [answer, reason] of [
    [broken, "Request failed"],
    [() => new Response("x".repeat(100), { status: 201 }), "larger than 50 bytes"],
  ] as const) {
    for (const method of ["POST", "PUT", "DELETE", "PATCH"] as const) {
      const { fetch, sent } = stub(answer);
      const name = "write";
      const tools = [tool(name, { method }, { effect: "write" })];
      const pack = createToolpack({ definition, tools, profiles: {} }, { apiKey: canary, fetch, maxBytes: 50 });
      const { data, note } = await pack.call(name, {});
      expect([data, sent.length]).toEqual([null, 1]);
      expect(note).toMatch(/^The call succeeded \(HTTP 201\), but its response was not read/);
      expect(note).toContain(reason);
    }
  }
});

test("the response of a read that is lost is an error, and the read may be repeated", async () => {
  const { fetch, sent } = stub(broken);
  const error = await caught(client({ fetch, retry: { max: 1, baseMs: 1 } }).request(get, {}));
  expect([error.code, error.retryable, sent.length]).toEqual(["network", true, 2]);
  const large = stub(() => new Response("x".repeat(100)));
  expect((await caught(client({ fetch: large.fetch, maxBytes: 50 }).request(get, {}))).code).toBe("bad_response");
});

test("a write that was refused is a failure, also if the reason is lost", async () => {
  const { fetch } = stub(() => new Response(broken().body, { status: 400 }));
  expect((await caught(client({ fetch }).request(post, {}))).code).toBe("network");
});
