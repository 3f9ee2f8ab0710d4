import { describe, expect, it } from "vitest";
import type { Pack } from "../../../generator/model/types.js";
import { modelOf, problemsOf } from "../../helpers/model-text.js";

const pack = (spec: string, overrides?: string): Pack => modelOf(spec, overrides).pack;

it("names the pack after the document", () => {
  expect(pack(`info: { title: "Train Travel API", version: 1.2.0, description: "For trains." }`)).toMatchObject({
    name: "train-travel-api-toolpack",
    title: "Train Travel API",
    version: "1.2.0",
    description: "For trains.",
    baseUrl: "http://localhost",
    auth: undefined,
  });
  expect(pack(`info: { title: "Ünï / code", version: v1 }`)).toMatchObject({
    name: "uni-code-toolpack",
    version: "0.0.0",
  });
});

it.each([
  ["[{ url: 'https://api.example.com/v1/' }]", "https://api.example.com/v1"],
  [
    "[{ url: 'https://{host}.example.com/{v}', variables: { host: { default: eu }, v: { default: v2 } } }]",
    "https://eu.example.com/v2",
  ],
  ["[{ url: /api/v3 }]", "http://localhost/api/v3"],
])("reads servers %s", (servers, baseUrl) => {
  expect(pack(`servers: ${servers}`).baseUrl).toBe(baseUrl);
});

it.each([
  ["https://user:secret@example.com", "contains a user name or a password"],
  ["https:///user:secret@example.com", "contains a user name or a password"],
  ["ftp://example.com", "is not an http or https URL"],
  ["//example.com", "is not an http or https URL"],
  ["https://example.com/?a=b", "contains a query or a fragment"],
  ["https://example.com/a/../b", "contains a `.` or `..` segment"],
  ["https://example.com/%2e%2E/b", "contains a `.` or `..` segment"],
  ["https://{host}/", "has the variable {host} without a default"],
  ["https://example.com\\\\@other.test", "contains a brace, a space or a backslash"],
  ["https://exa mple.com", "contains a brace, a space or a backslash"],
])("refuses the server %s", (url, fault) => {
  const problems = problemsOf(`servers: [{ url: "${url}" }]`);
  expect(problems).toMatchObject([{ code: "bad-server", kind: "spec", at: { line: 1, column: 13 } }]);
  expect(problems[0]?.message).toMatch(/^The base URL in `servers` "/);
  expect(problems[0]?.message.endsWith(`${fault}.`)).toBe(true);
  expect(problems[0]?.message).not.toContain("secret");
  expect(pack(`servers: [{ url: "${url}" }]`, "pack: { baseUrl: https://api.example.com }").baseUrl).toBe(
    "https://api.example.com",
  );
});

it("refuses a base URL of the overrides in the same words, in their place", () => {
  expect(problemsOf("", "pack:\n  baseUrl: https://me:secret@api.test")).toMatchObject([
    {
      code: "bad-server",
      kind: "usage",
      message: 'The base URL "https://…@api.test" contains a user name or a password.',
      at: { file: "api.overrides.yaml", line: 2, column: 3 },
    },
  ]);
});

it("refuses only what is hostile in a server that is not used", () => {
  const second = (url: string): string => `servers: [{ url: https://api.test }, { url: "${url}" }]`;
  expect(problemsOf(second("https://user:secret@b.test"))).toMatchObject([{ code: "bad-server" }]);
  expect(problemsOf(second("https://b.test/../c"))).toMatchObject([{ code: "bad-server" }]);
  expect(problemsOf(second("ftp://{b}.test"))).toEqual([]);
});

describe("auth", () => {
  it.each([
    ["{ type: apiKey, in: header, name: X-Key }", { in: "header", name: "X-Key", prefix: "" }],
    ["{ type: apiKey, in: query, name: key }", { in: "query", name: "key", prefix: "" }],
    ["{ type: http, scheme: Bearer }", { in: "header", name: "Authorization", prefix: "Bearer " }],
    ["{ type: http, scheme: basic }", { in: "header", name: "Authorization", prefix: "Basic " }],
    ["{ type: oauth2, flows: {} }", { in: "header", name: "Authorization", prefix: "Bearer " }],
    ["{ type: mutualTLS }", undefined],
  ])("%s", (scheme, expected) => {
    const { auth } = pack(`components: { securitySchemes: { s: ${scheme} } }`);
    expect(auth).toEqual(expected && { ...expected, env: "TEST_API_KEY" });
  });

  it("takes the first scheme that the document asks for, or the one that the overrides name", () => {
    const spec = `security: [{ tls: [] }, { b: [] }]
components: { securitySchemes: { a: { type: apiKey, in: header, name: A }, b: { type: apiKey, in: header, name: B }, tls: { type: mutualTLS } } }`;
    expect(pack(spec).auth?.name).toBe("B");
    expect(pack(spec, "pack: { auth: { scheme: a, env: MY_KEY, prefix: 'Token ' } }").auth).toEqual({
      in: "header",
      name: "A",
      prefix: "Token ",
      env: "MY_KEY",
    });
  });
});
