import { expect, it } from "vitest";
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
    schemes: [],
    security: [],
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
