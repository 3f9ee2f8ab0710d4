import { describe, expect, it } from "vitest";
import { readRoute } from "../../../generator/model/operations/read-route.js";
import type { Operation } from "../../../generator/model/operations/types.js";
import { cpuTime } from "../../helpers/cpu-time.js";
import { modelOf, operationOf, problemsOf } from "../../helpers/model-text.js";

const id = (name: string, place = "path"): string =>
  `{ name: "${name}", in: ${place}, required: true, schema: { type: integer } }`;
const one = (path: string, ...parameters: readonly string[]): string =>
  `paths:\n  ${JSON.stringify(path)}:\n    get:\n      operationId: a\n      parameters: [${parameters.join(", ")}]\n      responses: {}`;
const operation = (path: string, ...parameters: readonly string[]): Operation =>
  operationOf(modelOf(one(path, ...parameters)), "a");
const codes = (text: string): readonly string[] => problemsOf(text).map(({ code, severity }) => `${severity} ${code}`);

describe("what is sent of a path key", () => {
  it.each([
    ["/a/{b}", "/a/{b}"],
    ["a/{b}", "/a/{b}"],
    ["/#X-Amz-Target=Store.List", "/"],
    ["/a#overload=1", "/a"],
    ["/a#b?c=1", "/a"],
    ["/a?", "/a"],
    ["/a?b", "/a?b"],
    ["/a?b=1&b=2&c=#d", "/a?b=1&b=2&c="],
    ["/a?b=x y&c=é&d=100%&e=%20", "/a?b=x%20y&c=%C3%A9&d=100%25&e=%20"],
    ["/a b/é%/%2F{c d}", "/a%20b/%C3%A9%25/%2F{c d}"],
    ["/a\\b", "/a%5Cb"],
    ["/{a?b}/{c#d}", "/{a?b}/{c#d}"],
    ["/a?page={page}", "/a"],
    ["/a?from={b}..{c}", "/a?from={b}..{c}"],
    ["/a?{key}=1", "/a?{key}=1"],
    ["/{a}?a={a}", "/{a}?a={a}"],
    ["/a?b={c}&b={d}", "/a?b={d}"],
  ])("%s is sent as %s", (key, template) => {
    expect(readRoute(key).template).toBe(template);
  });

  it("keeps the whole key for the names and the types of an operation", () => {
    const keys = ["/#Action=ListUsers", "/#Action=GetUser", "/?beta=true"];
    const { operations, actions } = modelOf(`paths: { ${keys.map((key) => `"${key}": { get: { responses: {} } }`)} }`);
    expect(operations.map(({ path }) => path)).toEqual([...keys].sort());
    expect(new Set(operations.map(({ id }) => id)).size).toBe(3);
    expect(actions.map(({ name }) => name)).toEqual(["get_action_get_user", "get_action_list_users", "get_beta_true"]);
  });

  it("takes linear time for hostile keys", async () => {
    const size = 200_000;
    for (const part of ["{", "}", "{a}", "?a={a}", "&a", "#", "%25", "%", "/."]) {
      expect(await cpuTime(() => codes(one(`/${part.repeat(size / part.length)}`)))).toBeLessThan(4000);
    }
  });
});

describe("parameters in the query of a path key", () => {
  const inputs = (path: string, ...parameters: readonly string[]): readonly string[] =>
    operation(path, ...parameters).inputs.map(({ place, required, schema }) => `${place} ${required} ${schema.type}`);

  it("are sent in the query, wherever they are declared", () => {
    expect(inputs("/a?page={page}", id("page"))).toEqual(["query:page true integer"]);
    expect(inputs("/a?page={page}", id("page", "query"))).toEqual(["query:page true integer"]);
    expect(inputs("/a?page={page}", "{ name: page, in: query, schema: { type: integer } }")).toEqual([
      "query:page false integer",
    ]);
    expect(inputs("/a?p={page}", id("page"))).toEqual(["query:p true integer"]);
    expect(inputs("/a?page={number}", id("page", "query"))).toEqual(["query:page true integer"]);
    expect(codes(one("/a?page={page}", id("page")))).toEqual([]);
  });

  it("are strings where they are not declared, with a finding", () => {
    expect(inputs("/a?page={page}")).toEqual(["query:page true string"]);
    expect(codes(one("/a?page={page}"))).toEqual(["warning undeclared-parameter"]);
  });

  it("fill the text that surrounds them", () => {
    expect(inputs("/a?from={b}..{c}", id("b"), id("c", "query"))).toEqual([
      "path:b true integer",
      "path:c true integer",
    ]);
  });

  it("give way to a value in the path, with a finding", () => {
    expect(inputs("/a?view=status", id("view", "query"), id("q", "query"))).toEqual(["query:q true integer"]);
    expect(codes(one("/a?view=status", id("view", "query")))).toEqual(["warning fixed-parameter"]);
  });
});

describe("names in a path", () => {
  it.each([
    ["/a/{petId}", ["pet_id"], ["path:petId"], ["path-parameter"]],
    ["/a/{id}", ["whole_other"], ["path:id"], ["path-parameter"]],
    ["/a/{user}/{item}", ["usr", "thing"], ["path:user", "path:item"], ["path-parameter", "path-parameter"]],
    ["/a/{id}", [], ["path:id"], ["undeclared-parameter"]],
    ["/a", ["id"], [], ["unused-parameter"]],
    ["/a/{id}", ["id", "id2"], ["path:id"], ["unused-parameter"]],
    ["/a/{id}/{id}", ["id"], ["path:id"], []],
  ])("%s with the parameters %j", (path, declared, places, expected) => {
    const parameters = declared.map((name) => id(name));
    const found = operation(path, ...parameters);
    expect(found.inputs.map(({ place }) => place)).toEqual(places);
    expect(found.unsupported).toBeUndefined();
    expect(codes(one(path, ...parameters))).toEqual(expected.map((code) => `warning ${code}`));
  });

  it.each([
    ["/a/{+b}", "path-template"],
    ["/a/{b*}", "path-template"],
    ["/a{?b,c}", "path-template"],
    ["/a/{b", "path-form"],
    ["/a/b}", "path-form"],
    ["/a/{}", "path-form"],
    ["/a/{{b}}", "path-form"],
    ["/a\tb", "path-form"],
    ["/a%0ab", "path-form"],
    ["/a%2500b", "path-form"],
  ])("leave out the operation of %j only", (path, code) => {
    const spec = `${one(path, id("b"))}\n  /ok: { get: { operationId: ok, responses: {} } }`;
    expect(modelOf(spec).actions.map(({ name }) => name)).toEqual(["ok"]);
    expect(codes(spec)).toContain(`warning ${code}`);
  });

  it("may look like an expression where they are declared so", () => {
    expect(operation("/a{.format}", id(".format")).unsupported).toBeUndefined();
  });
});

describe("paths", () => {
  it("without a leading slash are a finding", () => {
    expect(problemsOf(one("a"))).toMatchObject([{ code: "path-slash", severity: "warning", fix: "Write /a." }]);
  });

  it.each([
    "/v1/../b",
    "/v1/.%2E/b",
    "/v1\\..\\b",
    "/%2e",
    "/a/..",
    "/a/.\t./b",
    "/a/%252e%252e/b",
    "/..?a=b",
    "/.%09./b",
  ])("with a dot segment refuse the document: %j", (path) => {
    expect(codes(one(path))).toContain("error path-dot-segment");
  });

  it.each(["/a?b=/../c", "/a#/../b", "/a/...", "/a/.b", "/a/{..}"])("may have dots elsewhere: %s", (path) => {
    expect(codes(one(path))).not.toContain("error path-dot-segment");
  });

  it("that differ only in the names of parameters are both kept, with a finding", () => {
    const item = (name: string, method: string): string =>
      `  /a/{${name}}:\n    ${method}: { parameters: [${id(name)}], responses: {} }\n`;
    const twins = `paths:\n${item("b", "get")}${item("c", "get")}`;
    expect(problemsOf(twins)).toMatchObject([
      { code: "ambiguous-path", severity: "warning", at: { line: 5, column: 5 } },
    ]);
    expect(modelOf(twins).actions.map(({ name }) => name)).toEqual(["get_a_by_b", "get_a_by_c"]);
    expect(codes(`paths:\n${item("b", "get")}${item("c", "put")}`)).toEqual([]);
  });
});

describe("methods", () => {
  it("leave out TRACE by name, unless the overrides hide it", () => {
    const spec = "paths: { /a: { trace: { responses: {} }, head: { responses: {} }, options: { responses: {} } } }";
    expect(problemsOf(spec)).toMatchObject([
      { code: "method-trace", severity: "warning", message: "TRACE /a is omitted: fetch cannot send TRACE." },
    ]);
    expect(modelOf(spec).actions.map(({ name }) => name)).toEqual(["options_a", "head_a"]);
    expect(codes(`${spec}`)).toHaveLength(1);
    expect(problemsOf(spec, "hidden: { TRACE /a: Not needed. }")).toEqual([]);
  });

  it("read nothing of an answer to HEAD", () => {
    const content = "content: { application/json: { schema: { type: object } } }";
    const spec = `paths: { /a: { head: { operationId: a, responses: { "200": { description: d, ${content} } } } } }`;
    expect(operationOf(modelOf(spec), "a").result.kind).toBe("empty");
  });
});

it("an operation that is left out is an error once an action names it", () => {
  const action = "{ name: a, title: A, group: g, description: D., operation: a, effect: read, bind: none }";
  expect(problemsOf(one("/a/{+b}", id("b")), `actions: [${action}]`)).toContainEqual(
    expect.objectContaining({ code: "unsupported-operation", severity: "error", kind: "usage" }),
  );
});
