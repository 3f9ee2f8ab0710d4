import { expect, it } from "vitest";
import { findPaths, SearchTimeout } from "../../../generator/load/find-paths.js";

const max = 2n ** 63n - 1n;
const limits = { a: { maximum: max }, b: { maximum: max - 1n }, c: { maximum: 5 }, d: { maximum: -max } };

it.each([
  [`$[?@.maximum == ${max}]`, ["a"]],
  [`$[?@.maximum == ${max - 1n}]`, ["b"]],
  [`$[?@.maximum < ${max - 1n}]`, ["c", "d"]],
  ["$[?@.maximum > 4]", ["a", "b", "c"]],
  ["$[?@.maximum == $.b.maximum]", ["b"]],
  [`$[?@.maximum == '${max}']`, []],
])("compares integers that a number would round: %s", (target, found) => {
  expect(findPaths(structuredClone(limits), target).flat()).toEqual(found);
});

it.each(["$[?search(@, '^(a+)+$')]", `$${"..*".repeat(12)}`])("ends a search that takes too long: %s", (target) => {
  const deep = {
    text: `${"a".repeat(60)}!`,
    ...Array.from({ length: 12 }).reduce<object>((below) => ({ a: below, b: below }), {}),
  };
  expect(() => findPaths(deep as never, target, 0.2)).toThrow(SearchTimeout);
});
