import fc from "fast-check";
import { expect, test } from "vitest";
import { isToolpackError } from "../../runtime/index.js";
import { buildPath } from "../../runtime/request/build-path.js";

const path = (value: unknown, template = "/v2/entities/user/{entity_id}/"): string => buildPath(template, () => value);

test.each([
  ["a+b", "a%2Bb"],
  ["💥", "%F0%9F%92%A5"],
  ["*", "*"],
  ["//evil.example", "%2F%2Fevil.example"],
  ["a/b", "a%2Fb"],
  ["a?b#c", "a%3Fb%23c"],
  ["100%", "100%25"],
  ["%2f", "%252f"],
  ["...", "..."],
  ["a..b", "a..b"],
  [".hidden", ".hidden"],
  [0, "0"],
  [false, "false"],
])("%j stays one segment", (value, segment) => {
  expect(path(value)).toBe(`/v2/entities/user/${segment}/`);
});

test.each([
  "",
  ".",
  "..",
  "%2e",
  "%2E%2e",
  ".%2e",
  "%252e%252e",
  "%25252e.",
  "../../v1/entities",
  "..\\..\\v1",
  "a/../b",
  "a%2f..%2fb",
  "a%5c..",
  "a\nb",
  "a\u0000",
  "%00",
  "%0d%0aX: 1",
  "\u007f",
  "\u0085",
  "\ud800",
  "a\udc00",
  "x".repeat(513),
  null,
  undefined,
  ["a"],
  { a: 1 },
  () => "a",
])("%j is refused by name", (value) => {
  let error: unknown;
  try {
    path(value);
  } catch (thrown) {
    error = thrown;
  }
  expect(isToolpackError(error) && [error.code, error.field]).toEqual(["invalid_argument", "entity_id"]);
  expect((error as Error).message).toContain("entity_id");
});

test.each(["/files/.{x}/", "/files/{x}./", "/files/%2e{x}/"])(
  "%s: a dot segment made with the text beside it is refused",
  (template) => {
    expect(() => path(".", template)).toThrow(/x: is not allowed/);
  },
);

test("a template of constants alone is checked too, but not its query", () => {
  const constant = (template: string): string => buildPath(template, () => "");
  for (const template of ["/a/../b", "/a/%2e%2e", "/a/%250a"]) expect(() => constant(template)).toThrow();
  expect(constant("/a?next=/../b")).toBe("/a?next=/../b");
});

test("a name that stands twice has one value", () => {
  expect(path("a", "/{x}/b/{x}")).toBe("/a/b/a");
});

test("two values that together make a dot segment are refused", () => {
  expect(() => buildPath("/a/{x}{y}/", (name) => (name === "x" ? "%2" : "e."))).toThrow(/is not allowed in a path/);
  expect(buildPath("/a/{x}{y}/", () => "b")).toBe("/a/bb/");
});

test("no value changes the origin or the number of segments", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc
      .array(fc.constantFrom(".", "..", "/", "\\", "%", "%2e", "%2f", "%5c", "%25", "2e", "@", ":", "?", "#", "a"), {
        maxLength: 9,
      })
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(hostile, hostile, (a, b) => {
      let made: string;
      try {
        made = buildPath("/v2/{a}/x/{b}/", (name) => (name === "a" ? a : b));
      } catch (error) {
        return isToolpackError(error);
      }
      const url = new URL(`https://api.example${made}`);
      // A proxy that decodes once more must not see other segments made of dots either.
      const again = new URL(
        `https://api.example${made.replaceAll("%2F", "/").replaceAll("%5C", "\\").replaceAll("%25", "%")}`,
      );
      return (
        url.origin === "https://api.example" &&
        url.pathname === made &&
        url.pathname.split("/").length === 6 &&
        again.pathname.startsWith("/v2/")
      );
    }),
    { numRuns: 3000 },
  );
});
