import { describe, expect, it } from "vitest";
import type { Pack } from "../../../generator/model/types.js";
import { modelOf, operationOf, problemsOf } from "../../helpers/model-text.js";

const pack = (spec: string, overrides?: string): Pack => modelOf(spec, overrides).pack;
const servers = (...urls: readonly string[]): string => `servers: ${JSON.stringify(urls.map((url) => ({ url })))}`;
const codes = (spec: string, overrides?: string): readonly string[] =>
  problemsOf(spec, overrides).map(({ code, severity }) => `${severity} ${code}`);

describe("the base URL", () => {
  it.each([
    ["https://api.example.com/v1/", "https://api.example.com/v1"],
    ["//api.example.com/v1", "https://api.example.com/v1"],
    ["http://localhost:3000/api", "http://localhost:3000/api"],
    ["HTTPS://API.example.com", "https://api.example.com"],
  ])("is the server %s", (url, baseUrl) => {
    expect(pack(servers(url)).baseUrl).toBe(baseUrl);
    expect(codes(servers(url))).toEqual([]);
  });

  it("has the defaults of the variables, empty and numeric ones too", () => {
    const variables = "{ h: { default: eu }, p: { default: 8443 }, v: { default: '' } }";
    expect(pack(`servers: [{ url: 'https://{h}.example.com:{p}{v}', variables: ${variables} }]`).baseUrl).toBe(
      "https://eu.example.com:8443",
    );
  });

  it.each([
    ["/api/v3", "is relative to an address that the document does not name", "https://HOST/api/v3"],
    ["", "is relative to an address that the document does not name", "https://HOST"],
    ["api.example.com/v1", "has no scheme", "https://api.example.com/v1"],
    ["http://api.example.com/v1", "is not https", "https://api.example.com/v1"],
    ["https://{host}/v1", "has the variable {host} without a default", "https://{host}/v1"],
    ["{scheme}://api.example.com", "has the variable {scheme} without a default", "https://api.example.com"],
    ["Your API URL", "contains a brace, a space or a backslash", "https://HOST"],
    ["ftp://example.com", "is not an http or https URL", "https://HOST"],
    ["https://example.com?a=b", "contains a query or a fragment", "https://example.com?a=b"],
    ["https://example.com\\@other.test", "contains a brace, a space or a backslash", "https://HOST"],
  ])("is asked for where the only server is %j", (url, fault, example) => {
    expect(pack(servers(url))).toMatchObject({ baseUrl: undefined, baseUrlExample: example });
    const [problem, ...others] = problemsOf(servers(url));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: "unusable-server", severity: "warning", at: { line: 1 } });
    expect(problem?.message).toContain(` ${fault}, so the pack has no base URL`);
    expect(problem?.fix).toContain("pack.baseUrl");
    expect(problem?.fix).toContain(example);
    expect(codes(servers(url), "pack: { baseUrl: https://api.example.com }")).toEqual([]);
  });

  it("is asked for where the default of a variable is a placeholder, which is said", () => {
    const spec = `servers: [{ url: "https://{agent_url}", variables: { agent_url: { default: "{your-agent-url}" } } }]`;
    expect(pack(spec).baseUrl).toBeUndefined();
    expect(problemsOf(spec)[0]?.message).toContain(
      " has the variable {agent_url} whose default is the placeholder {your-agent-url}, so",
    );
  });

  it("is asked for where the document names no server", () => {
    expect(pack("servers: []").baseUrl).toBeUndefined();
    expect(codes("servers: []")).toEqual(["warning unusable-server"]);
  });

  it("is the next server that can be used, which is said, but never this machine", () => {
    const spec = servers("http://a.test", "/v1", "https://b.test");
    expect(pack(spec).baseUrl).toBe("https://b.test");
    expect(problemsOf(spec)[0]?.message).toBe('The server "http://a.test" is not https, so https://b.test is used.');
    expect(pack(servers("http://a.test", "http://localhost:1")).baseUrl).toBeUndefined();
  });

  it("is what most operations say where the document says nothing and each of them something", () => {
    const path = (name: string, url: string, method: string): string =>
      `/${name}: { servers: [{ url: "${url}" }], ${method}: { operationId: ${name}, responses: {} } }`;
    const paths = `servers: []\npaths: { ${path("a", "https://a.test", "get")}, ${path("b", "https://b.test", "get")}, ${path("c", "https://b.test", "put")}`;
    const model = modelOf(`${paths} }`);
    expect(model.pack.baseUrl).toBe("https://b.test");
    expect(model.operations.map(({ server }) => server)).toEqual(["https://a.test", undefined, undefined]);
    expect(pack(`${paths}, /d: { get: { responses: {} } } }`).baseUrl).toBeUndefined();
  });

  it("of the overrides is judged like a server, in its place", () => {
    for (const [url, fault] of [
      ["https://me:secret@api.test", 'base URL "https://…@api.test" contains a user name'],
      ["http://api.test", 'base URL "http://api.test" is not https'],
      ["/v1", 'base URL "/v1" is relative'],
    ])
      expect(problemsOf("", `pack:\n  baseUrl: ${url}`)).toMatchObject([
        {
          code: "bad-server",
          severity: "error",
          kind: "usage",
          message: expect.stringContaining(fault ?? ""),
          at: { file: "api.overrides.yaml", line: 2, column: 3 },
        },
      ]);
  });
});

describe("a server refuses the document", () => {
  const threats = [
    "https://user:secret@example.com",
    "https:///user:secret@example.com",
    "//user:secret@example.com",
    "https://example.com/a/../b",
    "https://example.com/%2e%2E/b",
    "https://example.com/.\t./b",
  ];
  it.each(threats)("with %j, first or not, and at an operation", (url) => {
    const path = `paths: { /a: { ${servers(url)}, get: { responses: {} } } }`;
    for (const spec of [servers(url), servers("https://api.test", url), path]) {
      expect(codes(spec)).toContain("error bad-server");
      expect(JSON.stringify(problemsOf(spec))).not.toContain("secret");
    }
  });
});

it("a default that the values of its variable lack is a finding", () => {
  const variable = (value: string): string =>
    `servers: [{ url: "https://{h}.test", variables: { h: { default: ${value}, enum: [a, b] } } }]`;
  expect(codes(variable("a"))).toEqual([]);
  expect(codes(variable("c"))).toEqual(["warning server-variable"]);
});

describe("the server of an operation", () => {
  const spec = (root: string, own: string, item = ""): string =>
    `${servers(root)}\npaths: { /a: { ${item}get: { operationId: a, ${own}, responses: {} } } }`;
  const server = (...args: Parameters<typeof spec>): string | undefined =>
    operationOf(modelOf(spec(...args)), "a").server;

  it.each([
    ["https://api.test/v1", "https://up.test/", "https://up.test"],
    ["https://api.test/v1", "//up.test", "https://up.test"],
    ["https://api.test/v1", "/v2", "/v2"],
    ["https://api.test/v1", "", "/"],
    ["https://api.test/v1", "/ü/", "/%C3%BC"],
    ["https://api.test/v1", "https://api.test/v1/", undefined],
    ["/v1", "/v1", undefined],
  ])("of %s is %s", (root, own, expected) => {
    expect(server(root, servers(own))).toBe(expected);
    expect(operationOf(modelOf(spec(root, servers(own))), "a").unsupported).toBeUndefined();
  });

  it("comes before that of its path, and an empty list is none", () => {
    const item = `${servers("https://path.test")}, `;
    expect(server("https://api.test", servers("https://up.test"), item)).toBe("https://up.test");
    expect(server("https://api.test", servers(), item)).toBe("https://path.test");
    expect(server("https://api.test", servers())).toBeUndefined();
  });

  it("is reported once where it cannot be used, and its operations are kept", () => {
    const item = `paths: { /a: { ${servers("http://up.test")}, get: { responses: {} }, put: { responses: {} } } }`;
    expect(problemsOf(item)).toMatchObject([
      {
        code: "unusable-server",
        severity: "warning",
        fix: expect.stringContaining('{ "http://up.test": "https://HOST" }'),
      },
    ]);
    expect(modelOf(item).actions).toHaveLength(2);
  });

  it.each([
    ["https:up.test", "has no scheme"],
    ["https:\\\\up.test", "contains a brace, a space or a backslash"],
    ["https://up.test\\v1", "contains a brace, a space or a backslash"],
    ["\u0001https://up.test", "has no scheme"],
    ["/\\up.test", "contains a brace, a space or a backslash"],
    ["/v2?a=b", "contains a query or a fragment"],
  ])("%j is kept as it is written, so that nothing is sent to what a parser makes of it", (own, fault) => {
    expect(server("https://api.test/v1", servers(own))).toBe(own);
    const [problem] = problemsOf(spec("https://api.test/v1", servers(own)));
    expect(problem?.message).toContain(`${fault}, so its operations wait for another.`);
    expect(problem?.fix).toContain(JSON.stringify(own));
  });

  it("is not moved by the base URL of the overrides, which is a finding", () => {
    const own = spec("https://api.test", servers("https://up.test"));
    expect(codes(own)).toEqual([]);
    expect(codes(own, "pack: { baseUrl: https://eu.test }")).toEqual(["warning own-server"]);
  });
});
