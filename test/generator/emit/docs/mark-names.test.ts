import { expect, test } from "vitest";
import { markNames } from "../../../../generator/emit/docs/mark-names.js";

test.each([
  ["Without a query, use list_notes.", "Without a query, use `list_notes`."],
  ["Already `list_notes` here.", "Already `list_notes` here."],
  ["Part of relist_notes_all is another name.", "Part of relist_notes_all is another name."],
  ["A word like query stays a word.", "A word like query stays a word."],
  ["An unknown_name stays text.", "An unknown_name stays text."],
])("%s", (text, marked) => {
  expect(markNames(text, new Set(["list_notes", "query"]))).toBe(marked);
});
