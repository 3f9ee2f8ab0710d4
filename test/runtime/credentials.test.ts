import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { chooseCredentials } from "../../runtime/http/credentials/choose-credentials.js";
import { encodeBasic } from "../../runtime/http/credentials/encode-basic.js";
import { headerKey } from "../../runtime/http/credentials/header-key.js";
import { queryKey } from "../../runtime/http/credentials/query-key.js";
import {
  type AuthDefinition,
  type ClientOptions,
  createToolpack,
  HttpClient,
  type Operation,
  type PackDefinition,
  type Security,
} from "../../runtime/index.js";
import { caught, stub, tool } from "./fixtures.js";

afterEach(() => vi.unstubAllEnvs());

const key = (scheme: string, env: string): AuthDefinition => {
  return { scheme, send: headerKey, name: `X-${scheme}`, prefix: "", env: [env] };
};
const basic: AuthDefinition = {
  scheme: "login",
  send: headerKey,
  encode: encodeBasic,
  name: "Authorization",
  prefix: "Basic ",
  env: ["SHOP_USERNAME", "SHOP_PASSWORD"],
};
const several: PackDefinition = {
  name: "shop-toolpack",
  title: "Shop",
  baseUrl: "https://api.shop.example",
  auth: [key("user", "SHOP_USER"), key("app", "SHOP_APP"), key("admin", "SHOP_ADMIN"), basic],
  credentials: chooseCredentials,
  security: [{ user: [] }],
  bindings: [],
};
const single: PackDefinition = { ...several, auth: [basic], security: [{ login: [] }] };

/** The headers that one request carries, without `accept`. */
async function send(
  options: ClientOptions,
  security?: Security,
  context?: unknown,
  definition: PackDefinition = several,
): Promise<Record<string, string>> {
  const { fetch, sent } = stub();
  const operation: Operation = { method: "GET", path: "/", ...(security && { security }) };
  await new HttpClient(definition, { fetch, ...options }).request(operation, {} as never, { context });
  const { accept, ...headers } = sent[0]?.headers ?? {};
  return headers;
}
const fail = (...args: Parameters<typeof send>): ReturnType<typeof caught> => caught(send(...args));

describe("the credentials of a call", () => {
  const credentials = { user: "u", app: "a", admin: "m", login: "me:pw" };

  test("are those of its own operation, all of one alternative", async () => {
    expect(await send({ credentials })).toEqual({ "x-user": "u" });
    expect(await send({ credentials }, [{ admin: [] }])).toEqual({ "x-admin": "m" });
    expect(await send({ credentials }, [{ app: [], user: [] }])).toEqual({ "x-app": "a", "x-user": "u" });
    expect(await send({ credentials }, [])).toEqual({});
    expect(await send({ credentials: { app: "a" } }, [{ app: [], user: [] }, { app: [] }])).toEqual({ "x-app": "a" });
    expect(await send({}, [{ app: [] }, {}])).toEqual({});
  });

  test("may be chosen by a function, which gets the call's context, the scheme and the scopes", async () => {
    const asked: unknown[] = [];
    const user = async (call: { context: unknown }): Promise<string> => {
      asked.push(call);
      return `${call.context}-key`;
    };
    const headers = await send({ credentials: { user } }, [{ user: ["read"] }], "ann");
    expect([headers, asked]).toEqual([{ "x-user": "ann-key" }, [{ context: "ann", scheme: "user", scopes: ["read"] }]]);
  });

  test("`apiKey` is short for the first scheme", async () => {
    expect(await send({ apiKey: ({ context }) => `${context}` }, undefined, "bo")).toEqual({ "x-user": "bo" });
    expect((await fail({ apiKey: "u" }, [{ admin: [] }])).message).toBe(
      "Missing credentials: set SHOP_ADMIN, or pass `credentials`",
    );
  });

  test("come from a variable each; an error names those of all alternatives", async () => {
    const security = [{ user: [], app: [] }, { login: [] }];
    const error = await fail({}, security);
    expect([error.code, error.message]).toEqual([
      "no_api_key",
      "Missing credentials: set SHOP_USER and SHOP_APP, or SHOP_USERNAME and SHOP_PASSWORD, or pass `credentials`",
    ]);
    vi.stubEnv("SHOP_APP", "a");
    expect((await fail({}, security)).code).toBe("no_api_key");
    vi.stubEnv("SHOP_USER", "u");
    expect(await send({}, security)).toEqual({ "x-app": "a", "x-user": "u" });
  });

  test("of the host come before a variable, and one that is absent is not replaced by somebody else's", async () => {
    vi.stubEnv("SHOP_ADMIN", "operator");
    const choice = [{ admin: [] }, { user: [] }];
    expect(await send({ credentials: { user: "u" } }, choice)).toEqual({ "x-user": "u" });
    for (const user of [() => undefined, () => Promise.reject(new Error("secret")), ""])
      expect((await fail({ credentials: { user } }, choice)).code).toBe("no_api_key");
    // A variable may complete what the host passes.
    expect(await send({ credentials: { user: "u" } }, [{ user: [], admin: [] }])).toEqual({
      "x-user": "u",
      "x-admin": "operator",
    });
  });

  test("are of schemes that the pack has", () => {
    for (const name of ["usr", "__proto__", "constructor"])
      expect(() => new HttpClient(several, { credentials: { [name]: "u" } })).toThrow(`unknown scheme ${name}`);
  });

  test("reach each request of a tool, for the context of that call", async () => {
    const { fetch, sent } = stub();
    const contents = { definition: several, tools: [tool("get_a", { path: "/a" })], profiles: {} };
    const pack = createToolpack(contents, { fetch, credentials: { user: ({ context }) => (context as string[])[0] } });
    await Promise.all(["x", "y"].map((name) => pack.call("get_a", {}, { context: [name] })));
    expect(sent.map(({ headers }) => headers["x-user"]).sort()).toEqual(["x", "y"]);
  });
});

describe("a user name and a password", () => {
  const headers = { authorization: `Basic ${Buffer.from("Aladdin:open sesame").toString("base64")}` };

  test.each([
    { apiKey: "Aladdin:open sesame" },
    { credentials: { login: { username: "Aladdin", password: "open sesame" } } },
    { credentials: { login: () => ({ username: "Aladdin", password: "open sesame" }) } },
  ])("are sent as base64: %j", async (options) => {
    expect(await send(options, undefined, undefined, single)).toEqual(headers);
  });

  test("come from two variables; the password may be empty, and both may be in any script", async () => {
    vi.stubEnv("SHOP_USERNAME", "Aladdin");
    vi.stubEnv("SHOP_PASSWORD", "open sesame");
    expect(await send({}, undefined, undefined, single)).toEqual(headers);
    const encode = (text: string): string | undefined => encodeBasic(text)[0];
    expect(encode("sk_1:")).toBe(Buffer.from("sk_1:").toString("base64"));
    expect(encode("jürgen:😀:x")).toBe(Buffer.from("jürgen:😀:x").toString("base64"));
  });

  test.each(["no-colon", "a:b\nc", "a\0:b"])("are refused where they cannot be sent: %j", (apiKey) => {
    expect(() => new HttpClient(single, { apiKey })).toThrow("Invalid characters in the key of login");
  });

  test("are refused where the user name holds a colon, and where one key is needed", () => {
    const pair = { username: "a:b", password: "c" };
    expect(() => new HttpClient(single, { apiKey: pair })).toThrow("login");
    expect(() => new HttpClient(several, { apiKey: pair })).toThrow("user");
  });

  test("appear nowhere, in no form", async () => {
    const password = "s3cret-pass/word";
    const encoded = Buffer.from(`me:${password}`).toString("base64");
    const echo = JSON.stringify({ detail: `${password} ${encoded} ${encodeURIComponent(password)}` });
    const { fetch } = stub(new Response(echo), new Response(echo, { status: 403 }));
    const client = new HttpClient(single, { fetch, apiKey: `me:${password}` });
    const get: Operation = { method: "GET", path: "/" };
    const shown = [await client.request(get, {} as never), await caught(client.request(get, {} as never))];
    expect(inspect(shown, { depth: 9 })).not.toMatch(/s3cret|word|bWU6/);
  });
});

test.each(["Bot abc", "a b  c", "!~"])("the key %j is sent as it is", async (apiKey) => {
  expect(await send({ apiKey })).toEqual({ "x-user": apiKey });
});

test("a key in the query encodes its name", async () => {
  const auth = { ...key("user", "SHOP_USER"), send: queryKey, name: "a&b=c" };
  const { fetch, sent } = stub();
  await new HttpClient({ ...several, auth: [auth] }, { fetch, apiKey: "k" }).request(
    { method: "GET", path: "/" },
    {} as never,
  );
  expect(sent[0]?.url).toBe("https://api.shop.example/?a%26b%3Dc=k");
});
