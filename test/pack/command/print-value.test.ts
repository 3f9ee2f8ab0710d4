import { expect, it, test } from "vitest";
import { printTool } from "../../../runtime/bin/print-tool.js";
import { printText, printValue } from "../../../runtime/bin/print-value.js";
import { tool } from "../../runtime/fixtures.js";

test.each<[string, unknown, string]>([
  ["text as it is", "id\tname\r\n1\tAda\r\n", "id\tname\r\n1\tAda\n"],
  ["text without a break at its end", "a\n\nb", "a\n\nb\n"],
  ["text of several lines below its field", { note: "a\n b\tc", id: 1 }, "note:\n  a\n   b\tc\nid: 1\n"],
  ["a line that has a break at its end beside its field", { note: "a\n" }, "note: a\n"],
  ["the lines of an item below each other", [["a\nb"], "c\nd"], "- - a\n    b\n- c\n  d\n"],
  ["no line of a value where a field stands", { a: { b: "x\nstatus: ok" } }, "a:\n  b:\n    x\n    status: ok\n"],
  ["nothing that moves the cursor", "a\rb\u001b[2J\n\u202ec\u2028", "a\\u000db\\u001b[2J\n\\u202ec\\u2028\n"],
  ["a name in one line", { "a\nb": 1 }, "a\\u000ab: 1\n"],
])("a value is printed with %s", (_, value, text) => {
  expect(printValue(value)).toBe(text);
});

it("a question or an error stays one line", () => {
  expect(printText("a\nb\tc")).toBe("a\\u000ab\\u0009c");
});

it("the help of a tool keeps the lines of descriptions, not those of other text", () => {
  const inputSchema = {
    properties: { q: { type: "string", description: "First.\n- second\u001b\n" }, v: { enum: ["x\ny"] } },
  };
  const text = printTool(tool("find", {}, { title: "A\nB", description: "Finds.\n\nFast.", inputSchema }));
  expect(text).toContain("find: A\\u000aB\n\nFinds.\n\nFast.\n\nread, ");
  expect(text).toContain("  --q <text>\n      First.\n      - second\\u001b\n  --v <x\\u000ay>\n");
});
