import { describe, expect, it } from "vitest";
import { actionOf, modelOf, problemsOf } from "../../helpers/model-text.js";

const spec = (root: string, own = ""): string => `
info: { title: Shop, version: "1" }
${root}
paths:
  /one: { get: { operationId: one, responses: {}, ${own} } }
components:
  securitySchemes:
    app: { type: apiKey, in: header, name: X-App }
    key: { type: apiKey, in: header, name: X-Key }
    login: { type: http, scheme: basic }
`;
const needs = (text: string, overrides: string): unknown => actionOf(modelOf(text, overrides), "one").security;

describe("pack.auth", () => {
  it("names variable and prefix of a scheme, and chooses where an operation leaves a choice", () => {
    const text = spec("security: [{ app: [] }, { key: [] }]");
    const overrides = "pack: { auth: { scheme: key, env: MY_KEY, prefix: 'Token ' } }";
    expect(modelOf(text, overrides).pack).toMatchObject({
      schemes: [{ name: "key", in: "header", parameter: "X-Key", prefix: "Token ", env: ["MY_KEY"] }],
      security: [{ key: [] }],
    });
  });

  it("leaves to an operation what only other schemes fulfil", () => {
    const text = spec("security: [{ key: [] }]", "security: [{ app: [], key: [] }]");
    expect(needs(text, "pack: { auth: { scheme: key, env: MY_KEY } }")).toEqual([{ app: [], key: [] }]);
  });

  it("is what an operation needs for which the document says nothing, or only names that nobody defines", () => {
    const both = "pack: { auth: [{ scheme: app }, { scheme: key, env: K }] }";
    expect(needs(spec(""), both)).toEqual([{ app: [], key: [] }]);
    expect(needs(spec("", "security: [{ nope: [] }]"), both)).toEqual([{ app: [], key: [] }]);
    expect(problemsOf(spec(""), both)).toEqual([]);
    expect(modelOf(spec(""), both).pack.schemes.map(({ env }) => env)).toEqual([["SHOP_APP_KEY"], ["K"]]);
  });

  it("declares a scheme that the document lacks", () => {
    const overrides = "pack: { auth: { scheme: own, in: query, name: k, prefix: 'p-', env: OWN } }";
    expect(modelOf(spec(""), overrides).pack).toMatchObject({
      schemes: [{ name: "own", in: "query", parameter: "k", prefix: "p-", env: ["OWN"] }],
      security: [{ own: [] }],
    });
  });

  it("names the two variables of a user name and a password, or the start of both", () => {
    const text = spec("security: [{ login: [] }]");
    const env = (written: string): unknown =>
      modelOf(text, `pack: { auth: { scheme: login, env: ${written} } }`).pack.schemes[0]?.env;
    expect(env("CRM")).toEqual(["CRM_USERNAME", "CRM_PASSWORD"]);
    expect(env("{ username: U, password: P }")).toEqual(["U", "P"]);
  });

  it.each([
    ["{ scheme: kye }", "unknown-scheme", "error"],
    ["[{ scheme: key }, { scheme: app, env: { username: U, password: P } }]", "auth-env", "error"],
    ["{ scheme: app }", "unused-auth", "warning"],
  ])("is checked: %s", (auth, code, severity) => {
    const root = code === "auth-env" ? "security: [{ key: [], app: [] }]" : "security: [{ key: [] }]";
    expect(problemsOf(spec(root), `pack: { auth: ${auth} }`)).toMatchObject([{ code, severity, kind: "usage" }]);
  });
});
