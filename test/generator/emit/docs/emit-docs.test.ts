import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { emitDocs } from "../../../../generator/emit/docs/emit-docs.js";
import { buildFixture } from "./fixture.js";
import { hostileText } from "./hostile-text.js";
import { readTemplates } from "./read-templates.js";

const templates = readTemplates();
const files = read(buildFixture());
const hostile = read(buildFixture((plain) => `${plain} ${hostileText}`));

describe("documentation", () => {
  test("has a README, an index, a page and a file per tool", () => {
    expect([...files.keys()]).toEqual([
      "README.md",
      "docs/index.md",
      "docs/index.html",
      "docs/notes/search_notes.md",
      "docs/notes/list_notes.md",
      "docs/notes/add_note.md",
      "docs/notes/delete_note.md",
      "docs/events/get_event.md",
      "docs/events/list_events.md",
    ]);
    for (const text of files.values()) expect(text).toMatch(/[^\n]\n$/);
  });

  test("a tool's file says everything that the plan knows", () => {
    expect(files.get("docs/notes/search_notes.md")).toMatchInlineSnapshot(`
      "# Search notes

      \`search_notes\` · [All actions](../index.md)

      Find the notes that best answer a question, best first. To list notes without a question, use \`list_notes\`.

      Say whose notes to search.

      - Operation: \`POST /v1/notes/search/\`
      - Effect: read, scope \`notes:read\`
      - Aliases: \`NOTES_SEARCH\`

      ## Arguments

      | Name | Type | Required | Default | Description | Sent as |
      | --- | --- | --- | --- | --- | --- |
      | \`query\` | \`string\` | yes |  | What to look for. At least 1 character. | body \`query\` |
      | \`user_id\` | \`string\` |  |  | Whose notes. | clause of body \`filters\` |
      | \`tag\` | \`string\` |  |  | Only notes with this tag. One of \`"work"\`, \`"home"\`; \`*\` is rejected unless the host sets \`allowWildcards\`. | clause of body \`filters\` |
      | \`top_k\` | \`integer\` |  | \`10\` | How many. 1 to 100. | body \`top_k\` |

      - Pass at least one of \`user_id\` or \`tag\`.

      ## Example

      \`\`\`ts
      const { data } = await pack.call("search_notes", {
        query: "When is the dentist?",
        user_id: "alice",
        top_k: 3,
        note: "Text.",
      });
      \`\`\`

      The same arguments as JSON:

      \`\`\`json
      {
        "query": "When is the dentist?",
        "user_id": "alice",
        "top_k": 3,
        "note": "Text."
      }
      \`\`\`

      ## Returns

      \`object\`

      | Name | Type | Required | Description |
      | --- | --- | --- | --- |
      | \`results\` | \`object[]\` | yes |  |
      | \`results[].id\` | \`string\` | yes |  |
      | \`results[].text\` | \`string\` |  | The words of the note. |
      | \`next\` | \`string \\| null\` |  |  |

      ## Notes

      - Safe to retry after a failure, although its HTTP method does not imply it.
      - With a binding, the filter is combined with the bound ids in an outer \`AND\`.
      "
    `);
  });

  test.each([
    ["docs/notes/delete_note.md", "> **Needs approval.**"],
    ["docs/notes/delete_note.md", "## Returns\n\n`nothing`"],
    ["docs/notes/delete_note.md", "With a binding, the object is read first with `get_note`."],
    ["docs/notes/add_note.md", "| `messages[].role` | `string` | yes |"],
    [
      "docs/notes/add_note.md",
      "`/event_id` holds the event id. Pass it to `get_event` as `event_id` to check the status.",
    ],
    ["docs/notes/list_notes.md", "- query `version`: Only one version answers."],
    ["docs/notes/list_notes.md", 'Always sends `"v2"` as query `output`.'],
    ["docs/notes/list_notes.md", "Select the page with `page` and its size with `page_size`."],
    ["docs/notes/list_notes.md", "With a binding, the tool is not offered"],
    ["docs/events/list_events.md", "## Arguments\n\nNone."],
    ["docs/events/list_events.md", "The type of the result has more fields."],
    ["docs/index.md", "| [`delete_note`](notes/delete_note.md) | Delete a note | delete | required |"],
    ["docs/index.md", "6 actions in 2 groups; 1 of them needs approval. Base URL: `https://api.notes.example`."],
    ["docs/index.html", 'data-search="operation_search_notes"'],
    ["README.md", 'await pack.call("search_notes", {'],
    ["README.md", "the default is `all`."],
  ])("%s says %s", (path, words) => {
    expect(files.get(path)).toContain(words);
  });

  test("links of every Markdown file lead to files that exist", () => {
    for (const [path, text] of files) {
      if (!path.endsWith(".md")) continue;
      for (const [, target = ""] of text.matchAll(/\]\(([^)]+)\)/g)) {
        const url = new URL(target, `file:///${path}`);
        expect([...files.keys()], `${path} -> ${target}`).toContain(url.pathname.slice(1));
      }
    }
  });

  test("the page's policy names its own style and script by hash and nothing else", () => {
    const page = files.get("docs/index.html") ?? "";
    const policy = /content="(default-src[^"]*)"/.exec(page)?.[1]?.replaceAll("&#x3D;", "=");
    const style = hash(/<style>([\s\S]*?)<\/style>/.exec(page)?.[1]);
    const script = hash(/<script>([\s\S]*?)<\/script>/.exec(page)?.[1]);
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${style}'; script-src 'sha256-${script}'; base-uri 'none'; form-action 'none'`,
    );
  });

  test("text of a document adds no element to the page", () => {
    const tags = (text = ""): string[] => text.match(/<\/?[a-z][\w-]*|<!/gi) ?? [];
    const count = (list: string[], tag: string): number => list.filter((each) => each === tag).length;
    const [plain, attacked] = [tags(files.get("docs/index.html")), tags(hostile.get("docs/index.html"))];
    // Only code between backticks and the descriptions that were empty may differ.
    for (const tag of new Set([...plain, ...attacked])) {
      if (/^<\/?(code|p|span)$/.test(tag)) continue;
      expect(count(attacked, tag), tag).toBe(count(plain, tag));
    }
  });

  test.each([...hostile.keys()].filter((path) => path.endsWith(".md")))("text of a document is inert in %s", (path) => {
    const text = withoutCode(hostile.get(path) ?? "");
    expect(text).not.toMatch(/<[a-z!/]/i);
    expect(text).not.toMatch(/[{}]/);
    expect(text).not.toMatch(/^\s*(import|export)\b/m);
    expect(text).not.toMatch(/(?<!\\)\]\((?!(\.\.\/)*(docs\/)?[\w/]+\.(md|html)\))/);
    const headings = (markdown: string): string[] => markdown.match(/^#+ \w+/gm) ?? [];
    expect(headings(text)).toEqual(headings(withoutCode(files.get(path) ?? "")));
  });

  test("text of a document is never a template", () => {
    expect(hostile.get("docs/index.html")).toContain("{{constructor}} {{{title}}} {{&gt; docs/page.js}}");
  });
});

function read(plan: Parameters<typeof emitDocs>[0]): Map<string, string> {
  return new Map(emitDocs(plan, templates).map(({ path, text }) => [path, text]));
}

function hash(text = ""): string {
  return createHash("sha256").update(text).digest("base64");
}

/** Markdown less its fenced blocks and code spans, which every reader leaves alone. */
function withoutCode(markdown: string): string {
  return markdown.replace(/^(`{3,})\w*\n[\s\S]*?^\1$/gm, "").replace(/(?<![`\\])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "");
}
