import { expect, test } from "vitest";
import { locateServer } from "../../runtime/http/locate-server.js";
import { type ClientOptions, HttpClient, type Operation } from "../../runtime/index.js";
import { canary, caught, definition, json, stub } from "./fixtures.js";

const at = (url: string): Operation<Record<string, unknown>> => ({
  method: "GET",
  path: "/files",
  server: { url, locate: locateServer },
});
const upload = "https://upload.notes.example/v1";

/** The URL that a call is sent to. */
async function send(url: string, options: ClientOptions = {}): Promise<string | undefined> {
  const { fetch, sent } = stub(json({}));
  await new HttpClient(definition, { apiKey: canary, fetch, ...options }).request(at(url), {});
  return sent[0]?.url;
}

test("an operation is sent to its own server, or to a path on the host of the base URL", async () => {
  expect(await send(upload)).toBe(`${upload}/files`);
  expect(await send("/v2/")).toBe("https://api.notes.example/v2/files");
  expect(await send("/v2", { baseUrl: "http://localhost:1/v1" })).toBe("http://localhost:1/v2/files");
  expect(await send("/", { baseUrl: "http://localhost:1/v1" })).toBe("http://localhost:1/files");
  expect(await send(upload, { baseUrl: "https://api.notes.example/" })).toBe(`${upload}/files`);
});

test("with another base URL, the key goes only to a server that the host names", async () => {
  const { fetch, sent } = stub(json({}));
  const baseUrl = "http://localhost:1";
  const client = new HttpClient(definition, { apiKey: canary, fetch, baseUrl });
  const error = await caught(client.request(at(upload), {}));
  expect(error).toMatchObject({ code: "invalid_option" });
  expect(error.message).toContain(`servers: { "${upload}": `);
  expect(sent).toEqual([]);
  expect(await send(upload, { baseUrl, servers: { [upload]: "http://localhost:2/up/" } })).toBe(
    "http://localhost:2/up/files",
  );
  expect(await send("/v2", { baseUrl, servers: { "/v2": "http://localhost:2" } })).toBe("http://localhost:2/files");
});

test.each([
  "http://upload.notes.example",
  "https://{host}.notes.example",
  "__proto__",
  "https:upload.notes.example",
  "https:\\\\upload.notes.example",
  "https://upload.notes.example\\v1",
  "\u0001https://upload.notes.example",
  "/\\upload.notes.example",
  "/v2?a=b",
])("the server %s, which nothing can be sent to, is asked for", async (url) => {
  expect(await caught(send(url))).toMatchObject({ code: "invalid_option" });
  expect(await send(url, { servers: { [url]: "https://eu.notes.example" } })).toBe("https://eu.notes.example/files");
});

test("a server of the host is judged like a base URL", async () => {
  const error = await caught(send(upload, { servers: { [upload]: "http://user:s3cret@notes.example" } }));
  expect(error).toMatchObject({ code: "invalid_option" });
  expect(error.message).not.toContain("s3cret");
});

test("a pack without a base URL says what to pass", async () => {
  const { baseUrl, ...without } = definition;
  const build = (options: ClientOptions): HttpClient =>
    new HttpClient({ ...without, baseUrlExample: "https://HOST/api/v3" }, options);
  expect(() => build({})).toThrow("baseUrl is required, such as https://HOST/api/v3");
  expect(() => build({ baseUrl: "http://notes.example" })).toThrow("baseUrl must be https");
  expect(() => build({ baseUrl: "https://notes.example/api/v3" })).not.toThrow();
});
