import { describe, expect, test } from "vitest";
import { markdown } from "../../../../generator/emit/print/markdown.js";

const { cell, cellCode, code, fence, line, link, prose } = markdown;

describe("markdown printer", () => {
  test.each([
    ["plain text stays as it is", "Find 2 of 3, please (snake_case too).", "Find 2 of 3, please (snake_case too)."],
    ["emphasis", "*a* _b_ **c** ~~d~~", "\\*a\\* \\_b\\_ \\*\\*c\\*\\* \\~\\~d\\~\\~"],
    ["elements", "<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"],
    ["expressions", "{x} {{y}}", "&#123;x&#125; &#123;&#123;y&#125;&#125;"],
    ["a link", "[x](javascript:y)", "\\[x\\]\\(javascript:y)"],
    ["an address", "https://a.example www.b.example c@d.example", "https\\://a.example www\\.b.example c\\@d.example"],
    ["a heading", "# x", "\\# x"],
    ["a list", "- x", "\\- x"],
    ["a numbered list", "1. x", "1\\. x"],
    ["a quote", "> x", "&gt; x"],
    ["a rule", "---", "\\---"],
    ["an import", 'import x from "y"', '&#105;mport x from "y"'],
    ["an export", "export const x = 1", "&#101;xport const x = 1"],
    ["words that only begin so", "imports exported", "imports exported"],
    ["code keeps its backticks", "take `a_*b*` or `<c>`", "take `a_*b*` or `<c>`"],
    ["a lone backtick", "it`s", "it\\`s"],
    ["a fence", "```", "\\`\\`\\`"],
    ["lines become one", "a\n\n b\t c ", "a b c"],
  ])("a line: %s", (_, text, printed) => {
    expect(line(text)).toBe(printed);
  });

  test("prose keeps lines and paragraphs, and guards the start of each line", () => {
    expect(prose("\n\na\r\n    # b\n\n\n\nimport c\n===\n")).toBe("a\n\\# b\n\n&#105;mport c\n\\===");
  });

  test("a table cell holds its pipes, in code too", () => {
    expect(cell("a | `b|c`\nd")).toBe("a \\| `b\\|c` d");
    expect(cellCode("a | b")).toBe("`a \\| b`");
    // Where readers of tables disagree, it is text.
    expect(cellCode("a\\|b")).toBe("a\\\\\\|b");
  });

  test("code and fences are longer than any run inside", () => {
    expect(code("a`b``c")).toBe("```a`b``c```");
    expect(code("`a`")).toBe("`` `a` ``");
    expect(code("")).toBe("");
    expect(fence("```\n````\n", "ts")).toBe("`````ts\n```\n````\n\n`````");
  });

  test("links lead into the pack only", () => {
    expect(link(code("x"), "memories/x.md")).toBe("[`x`](memories/x.md)");
    expect(() => link(line("x"), "javascript:y")).toThrow("Not a link");
    expect(() => link(line("x"), "a b")).toThrow("Not a link");
  });
});
