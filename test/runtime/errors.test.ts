import { expect, test } from "vitest";
import { readReason } from "../../runtime/errors/read-reason.js";
import { createToolpack, isToolpackError, ToolpackError } from "../../runtime/index.js";
import { readIssues } from "../../runtime/pack/read-issues.js";
import { cpuTime } from "../helpers/cpu-time.js";
import { definition, tool } from "./fixtures.js";

test.each([
  ["plain", "plain"],
  [{ detail: "Invalid API key." }, "Invalid API key."],
  [{ error: "bad", message: "worse" }, "bad: worse"],
  [{ error: "same", message: "same" }, "same"],
  [{ error: "invalid_grant", error_description: "The code has expired." }, "invalid_grant: The code has expired."],
  [
    { type: "https://a.example/1", title: "Out of credit", status: 403, detail: "30 are missing.", instance: "/1" },
    "Out of credit: 30 are missing.",
  ],
  [
    { title: "Not valid", errors: [{ detail: "must be a number", pointer: "#/age" }, { detail: "too long" }] },
    "Not valid: must be a number; too long",
  ],
  [{ error: { errors: [{ title: "deep" }] } }, "deep"],
  ["expected <int>", "expected <int>"],
  [{ message: "m" }, "m"],
  [{ error: "Validation failed", details: { message: "messages is empty" } }, "Validation failed: messages is empty"],
  [{ error: { message: "deep", code: 3 } }, "deep"],
  [{ errors: { email: ["not valid", "too long"] } }, "email: not valid; too long"],
  [["One id is required.", "Second"], "One id is required.; Second"],
  [{ user_id: ["This field is required."], page: ["A number."] }, "user_id: This field is required.; page: A number."],
  [{ detail: [{ loc: "x", msg: "y" }] }, "loc: x; msg: y"],
  [{}, ""],
  [null, ""],
  [{ a: { b: { c: { d: { e: { f: "too deep" } } } } } }, "a: b: c: d: e: "],
])("reason of %j", (body, reason) => {
  expect(readReason(body)).toBe(reason);
});

test("of a page, a person's part is told", () => {
  const page = "<!doctype html><html><head><title>502 Bad Gateway</title><style>p { color: red }</style></head>";
  const read = readReason(`${page}<body><script>x(1)</script><p>nginx</p></body></html>`);
  expect(read.replace(/\s+/g, " ").trim()).toBe("502 Bad Gateway nginx");
  expect(readReason("<Error><Code>1</Code><Message>No such key</Message></Error>")).toMatch(/1.*No such key/);
});

test.each(["<script", "<", "<a ", "<style></style"])("a page of %j alone is read in linear time", async (part) => {
  expect(await cpuTime(async () => void readReason(part.repeat(1_000_000)))).toBeLessThan(1000);
});

test("an error of another copy of the runtime is recognised, other things are not", () => {
  const foreign = Object.assign(new Error("x"), { [Symbol.for("openapi-toolpack.error")]: true });
  expect(
    [foreign, new ToolpackError("denied", "x"), new Error("x"), null, undefined, "x", {}].map(isToolpackError),
  ).toEqual([true, true, false, false, false, false, false]);
});

test("as JSON an error has what a host may log, and no more", () => {
  const error = new ToolpackError("rate_limited", "Wait", { status: 429, retryable: true, retryAfterMs: 5 });
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    code: "rate_limited",
    hint: "Wait",
    status: 429,
    retryable: true,
    retryAfterMs: 5,
  });
  expect(error.message).toBe("Wait");
});

const issue = (
  instancePath: string,
  keyword: string,
  params: Record<string, unknown>,
): Parameters<typeof readIssues>[0] => [{ instancePath, keyword, params }];

test.each([
  [issue("", "required", { missingProperty: "query" }), "query", "query: is required"],
  [issue("/messages/0", "required", { missingProperty: "role" }), "messages[0].role", "messages[0].role: is required"],
  [
    issue("", "additionalProperties", { additionalProperty: "base_url" }),
    "base_url",
    "base_url: is not a known argument",
  ],
  [issue("/a~1b/c~0d", "type", { type: "string" }), "a/b.c~d", "a/b.c~d: must be string"],
  [
    issue("/messages/0/role", "enum", { allowedValues: ["user", "assistant"] }),
    "messages[0].role",
    'messages[0].role: must be "user" or "assistant"',
  ],
  [
    issue("/threshold", "maximum", { comparison: "<=", limit: 1 }),
    "threshold",
    "threshold: must be at most 1 (maximum)",
  ],
  [issue("/id", "format", { format: "uuid" }), "id", "id: must match the format uuid"],
  [issue("/messages", "minItems", { limit: 1 }), "messages", "messages: must be at least 1 (minItems)"],
  [issue("/q", "pattern", { pattern: "\\S" }), "q", "q: must match the pattern \\S"],
  [issue("/q", "maxLength", { limit: 9 }), "q", "q: must be at most 9 (maxLength)"],
  [issue("/q", "const", { allowedValue: null }), "q", "q: must be null"],
  [issue("/q", "type", { type: ["string", "null"] }), "q", "q: must be string or null"],
  [issue("/q", "not", {}), "q", "q: must be another value"],
  [
    [...issue("/more", "not", {}), ...issue("/more", "propertyNames", { propertyName: "id" })],
    "more",
    "more: must have only allowed names, without an argument of their own",
  ],
])("issue %#", (issues, field, message) => {
  const error = readIssues(issues, {});
  expect([error.code, error.field, error.message]).toEqual(["invalid_argument", field, message]);
});

test("an unknown argument names the one for the open part of the body", () => {
  const open = (at: string, keyword: string, params: Record<string, unknown>): string =>
    readIssues(issue(at, keyword, params), {}, [], "additional_properties").message;
  expect(open("", "additionalProperties", { additionalProperty: "color" })).toBe(
    "color: is not a known argument. Pass it in additional_properties",
  );
  expect(open("/pet", "additionalProperties", { additionalProperty: "color" })).toBe(
    "pet.color: is not a known argument",
  );
  expect(open("", "required", { missingProperty: "name" })).toBe("name: is required");
});

test("of a union's issues the ones inside it say more", () => {
  const inner = { instancePath: "/filters/a", keyword: "type", params: { type: "string" } };
  const outer = { instancePath: "/filters", keyword: "anyOf", params: {} };
  expect(readIssues([outer, inner], {}).field).toBe("filters.a");
  expect(readIssues([outer], {}).field).toBe("filters");
});

test.each([
  [
    "the types of all branches",
    [issue("/v", "type", { type: "number" }), issue("/v", "type", { type: "string" })],
    "v: must be number or string",
  ],
  [
    "the values of all discriminators",
    [issue("/v/kind", "const", { allowedValue: "mail" }), issue("/v/kind", "const", { allowedValue: "text" })],
    'v.kind: must be "mail" or "text"',
  ],
  [
    "what is missing in the branch that the value belongs to",
    [issue("/v/kind", "const", { allowedValue: "mail" }), issue("/v", "required", { missingProperty: "to" })],
    "v.to: is required",
  ],
  [
    "a rule inside a branch before the type of another",
    [issue("/v", "type", { type: "object" }), issue("/v", "pattern", { pattern: "^x$" })],
    "v: must match the pattern ^x$",
  ],
])("the error of a union tells %s", (_, branches, message) => {
  expect(readIssues([...branches.flat(), ...issue("/v", "oneOf", { passingSchemas: null })], {}).message).toBe(message);
});

test("broken rules between arguments are named with their arguments", () => {
  const issues = issue("", "anyOf", {});
  const any = readIssues(issues, {}, [{ any: ["user_id", "run_id"] }]);
  expect([any.field, any.message]).toEqual(["user_id", "user_id: at least one of user_id, run_id is required"]);
  const one = readIssues(issues, { a: 1, b: 2 }, [{ any: ["a"] }, { one: ["a", "b"] }]);
  expect(one.message).toBe("a: exactly one of a, b is required");
  expect(readIssues(issues, { a: 1, b: 2 }, [{ atMostOne: ["a", "b"] }]).message).toBe(
    "a: at most one of a, b is allowed",
  );
});

test("a wrong argument comes before a broken rule", () => {
  expect(readIssues(issue("/page", "type", { type: "integer" }), {}, [{ any: ["a"] }]).field).toBe("page");
});

test("a tool whose body is open says so in the error for an unknown argument", () => {
  const validate = Object.assign(() => false, {
    errors: issue("", "additionalProperties", { additionalProperty: "color" }),
  });
  const tools = [tool("add_note", { rest: "more" }, { validate })];
  const pack = createToolpack({ definition, profiles: {}, tools }, { tools });
  expect(pack.check("add_note", {})?.message).toContain("Pass it in more");
});
