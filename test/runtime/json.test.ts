import { expect, test } from "vitest";
import { readPointer } from "../../runtime/json.js";

const data = { a: { "b/c": [{ "d~e": 0 }] }, "": 1, nothing: null };

test.each([
  ["", data],
  ["/a/b~1c/0/d~0e", 0],
  ["/", 1],
  ["/nothing", null],
  ["/nothing/x", undefined],
  ["/a/missing/x", undefined],
  ["/constructor", undefined],
  ["/a/b~1c/map", undefined],
  ["/__proto__/toString", undefined],
])("%j", (pointer, value) => {
  expect(readPointer(data, pointer)).toBe(value);
});
