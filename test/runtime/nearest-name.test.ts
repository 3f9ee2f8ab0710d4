import { expect, test } from "vitest";
import { nearestName } from "../../runtime/nearest-name.js";

test.each([
  ["search_memorys", ["add_memory", "search_memories", "search_events"], "search_memories"],
  ["serach_memories", ["search_memories"], "search_memories"],
  ["SEARCH_MEMORIES", ["search_memories"], "search_memories"],
  ["cor", ["admin", "core"], "core"],
  ["core", ["core", "cord"], "core"],
  ["", ["ab", "abc"], "ab"],
  ["abc", [], undefined],
  ["delete_user", ["search_memories", "add_memory"], undefined],
  // A third of the letters may differ, two in a short name.
  ["abcdefghi", ["abcdefxyz"], "abcdefxyz"],
  ["abcdefghi", ["abcdewxyz"], undefined],
  ["abcd", ["abxy"], "abxy"],
  ["abcd", ["axyz"], undefined],
])("the nearest to %j of %j is %j", (name, names, nearest) => {
  expect(nearestName(name, names)).toBe(nearest);
});

test("of two names that are equally near it is the same one, whatever their order", () => {
  expect(nearestName("get_not", ["get_note", "get_nota"])).toBe("get_nota");
  expect(nearestName("get_not", ["get_nota", "get_note"])).toBe("get_nota");
});

test("a very long name is not compared", () => {
  const known = "x".repeat(201);
  expect(nearestName("x".repeat(201), [known])).toBeUndefined();
  expect(nearestName("x".repeat(200), [known])).toBe(known);
});
