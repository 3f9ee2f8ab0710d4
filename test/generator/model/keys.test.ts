import { describe, expect, it } from "vitest";
import { isKeyParameter } from "../../../generator/model/security/find-key.js";
import type { Model } from "../../../generator/model/types.js";
import { actionOf, modelOf, problemsOf } from "../../helpers/model-text.js";

const spec = (parameters: string, rest = "", method = "get"): string => `
info: { title: Shop, version: "1" }
paths:
  /one: { ${method}: { operationId: one, responses: {}, parameters: [${parameters}] } }
${rest}
`;
const parameter = (place: string, name: string, more = "required: true"): string =>
  `{ in: ${place}, name: "${name}", ${more}, schema: { type: string } }`;
const bearer = "security: [{ b: [] }]\ncomponents: { securitySchemes: { b: { type: http, scheme: bearer } } }";

const names = (model: Model): readonly string[] => actionOf(model, "one").arguments.map(({ name }) => name);
const needs = (text: string, overrides?: string): unknown => actionOf(modelOf(text, overrides), "one").security;

describe("a parameter that is a key", () => {
  it.each([
    ["header", "authorization", ""],
    ["header", "X-API-Key", ""],
    ["header", "xi-api-key", ""],
    ["header", "X-Shop-Access-Token", ""],
    ["query", "api_key", ""],
    ["query", "access_token", ""],
    ["query", "key", "API key. Identifies your project."],
    ["query", "token", "Your API token"],
    ["cookie", "auth_token", ""],
  ])("%s %s %j", (place, name, description) => {
    expect(isKeyParameter(place, name, description)).toBe(true);
  });

  it.each([
    ["query", "key", "Key of the translation"],
    ["query", "token", "Token of the next page"],
    ["query", "token", "The access token to revoke"],
    ["query", "page_token", ""],
    ["query", "keywords", ""],
    ["query", "author", ""],
    ["query", "monkey", ""],
    ["header", "Idempotency-Key", ""],
    ["header", "X-Request-Id", ""],
    ["path", "api_key", ""],
  ])("is not %s %s %j", (place, name, description) => {
    expect(isKeyParameter(place, name, description)).toBe(false);
  });

  it("becomes a credential of the host, which a finding names", () => {
    const text = spec([parameter("header", "X-API-Key"), parameter("query", "q")].join());
    const model = modelOf(text);
    expect([names(model), needs(text)]).toEqual([["q"], [{ "x-api-key": [] }]]);
    expect(model.pack.schemes).toMatchObject([{ in: "header", parameter: "X-API-Key", env: ["SHOP_API_KEY"] }]);
    expect(problemsOf(text)).toMatchObject([
      { code: "key-parameter", severity: "warning", fix: expect.stringContaining("pack.auth"), at: { line: 4 } },
    ]);
  });

  it("is needed together with what the operation declares, and left out where it is optional", () => {
    expect(needs(spec(parameter("header", "X-Api-Key"), bearer))).toEqual([{ "x-api-key": [], b: [] }]);
    const optional = spec(parameter("query", "access_token", "required: false"), bearer);
    expect([names(modelOf(optional)), needs(optional)]).toEqual([[], [{ b: [] }]]);
    expect(problemsOf(optional)).toMatchObject([{ code: "key-parameter" }]);
    for (const auth of ["{ scheme: access_token }", "{ scheme: t, in: query, name: access_token }"]) {
      const name = auth.startsWith("{ scheme: t") ? "t" : "access_token";
      expect(needs(optional, `pack: { auth: ${auth} }`)).toEqual([{ [name]: [] }]);
    }
    expect(needs(spec(parameter("query", "access_token", "required: false")))).toEqual([{ access_token: [] }, {}]);
  });

  it("is filled by a scheme of its place that the operation asks for, and by that of no other operation", () => {
    const declared = "components: { securitySchemes: { main: { type: apiKey, in: header, name: x-api-key } } }";
    const key = parameter("header", "X-Api-Key");
    expect(needs(spec(key, `${declared}\nsecurity: [{ main: [] }]`))).toEqual([{ main: [] }]);
    expect(needs(spec(key, `${declared}\nsecurity: []`))).toEqual([{ "x-api-key": [] }]);
    const other = `  /two: { get: { operationId: two, security: [{ main: [] }], responses: {} } }\n${declared}`;
    expect(needs(spec(key, other))).toEqual([{ "x-api-key": [] }]);
    expect(modelOf(spec(key, other)).pack.schemes.map(({ name, env }) => [name, env])).toEqual([
      ["main", ["SHOP_MAIN_KEY"]],
      ["x-api-key", ["SHOP_X_API_KEY"]],
    ]);
    expect(needs(spec(key, other.replace("main: {", "x-api-key: {")))).toEqual([{ "header_x-api-key": [] }]);
    const auth = "pack: { auth: { scheme: main, in: query, name: api_key, env: MAIN } }";
    expect(needs(spec(parameter("query", "api_key")), auth)).toEqual([{ main: [] }]);
    expect(problemsOf(spec(parameter("header", "Authorization"), bearer))).toEqual([]);
  });

  it("comes after the schemes that are declared, whatever their names: `apiKey` is short for the first", () => {
    const other = `
  /two: { get: { operationId: two, responses: {}, security: [{ z: [] }] } }
components: { securitySchemes: { z: { type: apiKey, in: query, name: key } } }`;
    const model = modelOf(spec(parameter("header", "api-key"), other));
    expect(model.pack.schemes.map(({ name }) => name)).toEqual(["z", "api-key"]);
  });

  it("stays an argument or a constant where an override names its place", () => {
    const text = spec(parameter("query", "access_token"));
    const action = (more: string): string =>
      `actions: [{ name: one, title: O, group: g, description: D., operation: one, effect: read, bind: none, ${more} }]`;
    const kept = action("arguments: { token: { at: ['query:access_token'] } }");
    expect([names(modelOf(text, kept)), needs(text, kept)]).toEqual([["token"], []]);
    expect(needs(text, action("send: { 'query:access_token': x }"))).toEqual([]);
    expect(needs(text, action("hide: { 'query:access_token': Not needed. }"))).toEqual([{ access_token: [] }]);
  });
});

describe("a parameter that is no argument", () => {
  it("is only one that a scheme of the operation itself fills", () => {
    const schemes = `components: { securitySchemes: { k: { type: apiKey, in: query, name: page }, b: { type: http, scheme: bearer } } }`;
    const text = spec(parameter("query", "page"), `security: [{ b: [] }]\n${schemes}`);
    expect(names(modelOf(text))).toEqual(["page"]);
    expect(names(modelOf(text.replace("{ b: [] }", "{ b: [] }, { k: [] }")))).toEqual([]);
  });

  it.each(["Host", "content-length", "Transfer-Encoding", "Connection", "Cookie", "Proxy-Authenticate", "__proto__"])(
    "is the header %s, which no client may set",
    (name) => {
      const text = spec([parameter("header", name), parameter("header", "X-A")].join());
      expect(names(modelOf(text))).toEqual(["X-A"]);
      expect(problemsOf(text)).toMatchObject([
        { code: "reserved-header", severity: "warning", message: expect.stringContaining(name) },
      ]);
    },
  );

  it.each([
    ["header", "X A"],
    ["header", "X\\r\\nEvil"],
    ["cookie", "a=b; c"],
    ["header", "ключ"],
  ])("has a name that HTTP cannot carry: %s %j", (place, name) => {
    const required = spec(parameter(place, name), "  /ok: { get: { operationId: ok, responses: {} } }");
    expect(modelOf(required).actions.map((action) => action.name)).toEqual(["ok"]);
    expect(problemsOf(required)).toMatchObject([{ code: "header-name", severity: "warning" }]);
    const optional = spec(parameter(place, name, "required: false"));
    expect(names(modelOf(optional))).toEqual([]);
    expect(problemsOf(optional)).toMatchObject([{ code: "header-name", severity: "warning" }]);
  });
});

describe("a parameter of a signature", () => {
  it("is left out with the others, which one finding names", () => {
    const list = ["AWSAccessKeyId", "SignatureMethod", "Signature", "Timestamp"].map((name) =>
      parameter("query", name),
    );
    const text = spec([...list, parameter("query", "Action"), parameter("header", "X-Amz-Security-Token")].join());
    expect([names(modelOf(text)), needs(text)]).toEqual([["Action"], []]);
    expect(problemsOf(text)).toMatchObject([
      {
        code: "signed-request",
        severity: "warning",
        message: expect.stringContaining("(AWSAccessKeyId, SignatureMethod, X-Amz-Security-Token and 2 more): one."),
        fix: expect.stringContaining("`fetch`"),
      },
    ]);
  });

  it("belongs to OAuth 1.0 as well, and is data under a common name alone", () => {
    const oauth = ["oauth_consumer_key", "oauth_nonce", "oauth_token"].map((name) => parameter("query", name));
    expect(names(modelOf(spec(oauth.join())))).toEqual([]);
    const data = [parameter("query", "signature"), parameter("query", "timestamp")].join();
    expect(names(modelOf(spec(data)))).toEqual(["signature", "timestamp"]);
  });

  it("is what a scheme of AWS stands for, which is no key", () => {
    const type = "type: apiKey, in: header, name: Authorization, x-amazon-apigateway-authtype: awsSigv4";
    const text = spec("", `security: [{ hmac: [] }]\ncomponents: { securitySchemes: { hmac: { ${type} } } }`);
    expect(needs(text)).toEqual([]);
    expect(problemsOf(text)).toMatchObject([
      { code: "unsupported-scheme", message: expect.stringContaining("AWS Signature Version 4") },
    ]);
  });
});

describe("an effect that contradicts the method", () => {
  const found = (method: string, effect: string): string[] =>
    problemsOf(
      spec("", "", method),
      `actions: [{ name: one, title: O, group: g, description: D., operation: one, effect: ${effect}, bind: none }]`,
    ).map(({ code, severity }) => `${severity} ${code}`);

  it.each([
    ["delete", "read"],
    ["put", "read"],
    ["patch", "read"],
    ["get", "write"],
    ["get", "delete"],
  ])("is a finding: %s %s", (method, effect) => {
    expect(found(method, effect)).toEqual(["warning effect-method"]);
  });

  it.each([
    ["post", "read"],
    ["post", "delete"],
    ["delete", "write"],
    ["get", "read"],
  ])("is not %s %s", (method, effect) => {
    expect(found(method, effect)).toEqual([]);
  });
});
