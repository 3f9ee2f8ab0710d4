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
  test("has a README, an index, a page and a file a tool", () => {
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

  test("a tool's file says all that the plan knows", () => {
    expect(files.get("docs/notes/search_notes.md")).toMatchInlineSnapshot(`
      "# Search notes

      \`search_notes\` · [All actions](../index.md)

      Find the notes that best answer a question, best first. To list notes without a question take \`list_notes\`.

      Give whose notes to search.

      - Operation: \`POST /v1/notes/search/\`
      - Effect: read, scope \`notes:read\`
      - Under a binding: The filter is held inside one that names the host's ids.
      - Also answers to: \`NOTES_SEARCH\`

      ## Arguments

      | Name | Type | Required | Default | Description | Sent in |
      | --- | --- | --- | --- | --- | --- |
      | \`query\` | \`string\` | yes |  | What to look for. At least 1 character. | body \`query\` |
      | \`user_id\` | \`string\` |  |  | Whose notes. | a clause of body \`filters\` |
      | \`tag\` | \`string\` |  |  | Only notes with this tag. One of \`"work"\`, \`"home"\`; \`*\` is refused unless the host allows it. | a clause of body \`filters\` |
      | \`top_k\` | \`integer\` |  | \`10\` | How many. 1 to 100. | body \`top_k\` |

      - Give at least one of \`user_id\` or \`tag\`.

      ## Example

      \`\`\`ts
      const { data } = await pack.call("search_notes", {
        query: "When is the dentist?",
        user_id: "alice",
        top_k: 3,
        note: "Text.",
      });
      \`\`\`

      The arguments as a model writes them:

      \`\`\`json
      {
        "query": "When is the dentist?",
        "user_id": "alice",
        "top_k": 3,
        "note": "Text."
      }
      \`\`\`

      ## Answer

      \`object\`

      | Name | Type | Required | Description |
      | --- | --- | --- | --- |
      | \`results\` | \`object[]\` | yes |  |
      | \`results[].id\` | \`string\` | yes |  |
      | \`results[].text\` | \`string\` |  | The words of the note. |
      | \`next\` | \`string \\| null\` |  |  |

      ## Good to know

      - May be sent again after a failure, although its method alone does not say so.
      "
    `);
  });

  test.each([
    ["docs/notes/delete_note.md", "> **Needs approval.**"],
    ["docs/notes/delete_note.md", "## Answer\n\n`nothing`"],
    ["docs/notes/add_note.md", "| `messages[].role` | `string` | yes |"],
    ["docs/notes/add_note.md", "the event's id stands at `/event_id`, and `get_event` tells its state"],
    ["docs/notes/list_notes.md", "- query `version`: Only one version answers."],
    ["docs/notes/list_notes.md", 'Always sent: query `output` is `"v2"`.'],
    ["docs/events/list_events.md", "## Arguments\n\nNone."],
    ["docs/events/list_events.md", "More fields are in the type of the result."],
    ["docs/index.md", "| [`delete_note`](notes/delete_note.md) | Delete a note | delete | needed |"],
    ["README.md", "await pack.call("],
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
