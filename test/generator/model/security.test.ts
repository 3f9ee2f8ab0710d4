import { describe, expect, it } from "vitest";
import type { Model } from "../../../generator/model/types.js";
import { actionOf, modelOf, problemsOf } from "../../helpers/model-text.js";

/** Two operations, `one` and `two`, over these schemes. */
const spec = (schemes: string, root: string, one = "", two = ""): string => `
info: { title: Shop, version: "1" }
${root}
paths:
  /one: { get: { operationId: one, responses: {}, ${one} } }
  /two: { get: { operationId: two, responses: {}, ${two} } }
components: { securitySchemes: { ${schemes} } }
`;
const key = (name: string): string => `{ type: apiKey, in: header, name: ${name} }`;
const schemes = `app: ${key("X-App")}, key: ${key("X-Key")}, user: { type: http, scheme: Bearer }`;

const needs = (model: Model, name: string): unknown => actionOf(model, name).security;
const codes = (text: string, overrides?: string): string[] => problemsOf(text, overrides).map(({ code }) => code);
const variables = (model: Model): unknown => Object.fromEntries(model.pack.schemes.map(({ name, env }) => [name, env]));

describe("what an operation needs", () => {
  it("is its own `security`, else the document's; an empty list is nothing", () => {
    const model = modelOf(spec(schemes, "security: [{ user: [] }]", "security: []", ""));
    expect([needs(model, "one"), needs(model, "two"), model.pack.security]).toEqual([
      [],
      [{ user: [] }],
      [{ user: [] }],
    ]);
    const own = modelOf(
      spec(schemes, "security: [{ user: [] }]", "security: [{ app: [], key: [] }, { user: [a, b] }]"),
    );
    expect(needs(own, "one")).toEqual([{ app: [], key: [] }, { user: ["a", "b"] }]);
  });

  it("puts the alternative that needs nothing last, and each once", () => {
    const model = modelOf(spec(schemes, "security: [{}, { key: [] }, { key: [] }, { app: [] }]", "security: [{}]"));
    expect(needs(model, "two")).toEqual([{ key: [] }, { app: [] }, {}]);
    expect(needs(model, "one")).toEqual([]);
  });

  it("is nothing where the document says nothing, which is told once", () => {
    const text = spec(schemes, "");
    expect(needs(modelOf(text), "one")).toEqual([]);
    expect(problemsOf(text)).toMatchObject([
      { code: "security-missing", severity: "warning", fix: expect.stringContaining("auth: { scheme:") },
    ]);
    expect(codes(spec(schemes, "security: []"))).toEqual([]);
    expect(codes(spec(schemes, "", "security: [{ key: [] }]"))).toEqual([]);
  });

  it("leaves out what is not defined, by name", () => {
    const text = spec(schemes, "security: [{ nope: [] }]", "security: [{ Key: [] }, { key: [] }]");
    expect([needs(modelOf(text), "one"), needs(modelOf(text), "two")]).toEqual([[{ key: [] }], []]);
    expect(problemsOf(text)).toMatchObject([
      { code: "unknown-scheme", severity: "warning", message: expect.stringContaining('"Key" is not defined') },
      { code: "unknown-scheme", message: expect.stringContaining('"nope" is not defined, and is ignored: two.') },
    ]);
  });

  it.each([
    ["{ type: http, scheme: digest }", 'is HTTP authentication "digest"'],
    ["{ type: mutualTLS }", 'is of type "mutualTLS"'],
    ['{ type: apiKey, in: header, name: "X Key" }', "a request cannot carry"],
    ['{ type: apiKey, in: cookie, name: "a;b" }', "a request cannot carry"],
    ['{ type: apiKey, in: header, name: "__proto__" }', "a request cannot carry"],
    ["{ type: apiKey, in: header, name: Host }", "a request cannot carry"],
    ["{ type: apiKey, in: body, name: k }", "in: body"],
  ])("leaves out what a pack cannot send, by name: %s", (scheme, reason) => {
    const text = spec(`odd: ${scheme}, ${schemes}`, "security: [{ odd: [] }, { key: [] }]", "security: [{ odd: [] }]");
    const model = modelOf(text);
    expect([needs(model, "one"), needs(model, "two")]).toEqual([[], [{ key: [] }]]);
    expect(model.actions).toHaveLength(2);
    expect(problemsOf(text)).toMatchObject([
      { code: "unsupported-scheme", message: expect.stringContaining(reason), fix: expect.stringContaining("headers") },
    ]);
    expect(problemsOf(text)[0]?.message).toContain("one and 1 more");
  });

  it("sends one token for two flows of one service, and never two values in one place", () => {
    const flow = (kind: string): string => `{ type: oauth2, flows: { ${kind}: { tokenUrl: /t, scopes: { a: A } } } }`;
    const twins = `x: ${flow("implicit")}, y: ${flow("clientCredentials")}, login: { type: http, scheme: basic }`;
    const text = spec(twins, "security: [{ x: [a], y: [a, b] }]", "security: [{ x: [], login: [] }, { y: [] }]");
    const model = modelOf(text);
    expect([needs(model, "two"), needs(model, "one")]).toEqual([[{ x: ["a", "b"] }], [{ y: [] }]]);
    expect(codes(text)).toEqual(["scheme-conflict"]);
    const only = modelOf(spec(twins, "security: [{ x: [a], y: [a] }]"));
    expect(only.pack.schemes).toMatchObject([
      {
        name: "x",
        sentAs: undefined,
        env: ["SHOP_API_KEY"],
        declared: { flows: { implicit: { scopes: { a: "A" } } } },
      },
      { name: "y", sentAs: "x", env: [] },
    ]);
  });

  it("says nothing about operations that are hidden", () => {
    const text = spec(schemes, "security: [{ key: [] }]", "security: [{ nope: [] }]");
    expect(codes(text, "hidden: { one: Not needed. }")).toEqual([]);
  });
});

describe("how schemes are sent", () => {
  const bearer = { in: "header", parameter: "Authorization", prefix: "Bearer ", credential: "key" };
  it.each([
    [key("X-Key"), { in: "header", parameter: "X-Key", prefix: "" }],
    ["{ type: apiKey, in: query, name: 'a b' }", { in: "query", parameter: "a b", prefix: "" }],
    ["{ type: apiKey, in: cookie, name: sid }", { in: "cookie", parameter: "sid" }],
    ["{ type: http, scheme: BEARER }", bearer],
    ["{ type: http, scheme: Basic }", { ...bearer, prefix: "Basic ", credential: "basic" }],
    ["{ type: oauth2, flows: {} }", bearer],
    ["{ type: openIdConnect, openIdConnectUrl: 'https://id.test' }", bearer],
  ])("%s", (scheme, carrier) => {
    expect(modelOf(spec(`s: ${scheme}`, "security: [{ s: [] }]")).pack.schemes).toMatchObject([carrier]);
  });

  it("exports what the document declares, and no stray field", () => {
    const flows = "{ implicit: { authorizationUrl: /a, scopes: { r: Read, w: 1 }, extra: x }, other: {} }";
    const text = spec(
      `a: { type: http, scheme: bearer, in: Header, flows: ${flows} }, b: { type: oauth2, name: x, flows: ${flows} }`,
      "security: [{ a: [] }]",
      "security: [{ b: [r] }]",
    );
    expect(modelOf(text).pack.schemes.map(({ declared }) => declared)).toEqual([
      { type: "http", scheme: "bearer" },
      { type: "oauth2", flows: { implicit: { authorizationUrl: "/a", scopes: { r: "Read", w: "" } } } },
    ]);
  });

  it("has one variable each, named after the title and the scheme", () => {
    expect(variables(modelOf(spec(schemes, "security: [{ key: [] }]")))).toEqual({ key: ["SHOP_API_KEY"] });
    const login = "login: { type: http, scheme: basic }";
    expect(variables(modelOf(spec(login, "security: [{ login: [] }]")))).toEqual({
      login: ["SHOP_USERNAME", "SHOP_PASSWORD"],
    });
    const all = spec(`${schemes}, ${login}`, "security: [{ user: [] }]", "security: [{ app: [], key: [], login: [] }]");
    expect(Object.entries(variables(modelOf(all)) as object)).toEqual([
      ["user", ["SHOP_USER_TOKEN"]],
      ["app", ["SHOP_APP_KEY"]],
      ["key", ["SHOP_KEY"]],
      ["login", ["SHOP_LOGIN_USERNAME", "SHOP_LOGIN_PASSWORD"]],
    ]);
  });

  it("keeps variables apart whose names would be the same", () => {
    const same = `"my key": ${key("A")}, my-key: ${key("B")}, "…": ${key("C")}, "__proto__": ${key("D")}`;
    const model = modelOf(spec(same, 'security: [{ "my key": [], my-key: [], "…": [], "__proto__": [] }]'));
    const env = model.pack.schemes.flatMap((scheme) => scheme.env);
    expect(new Set(env).size).toBe(4);
    for (const name of env) expect(name).toMatch(/^SHOP_[A-Z0-9_]+$/);
  });
});
