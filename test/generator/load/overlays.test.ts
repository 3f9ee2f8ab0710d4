import { describe, expect, it } from "vitest";
import { document, loadText, modelProblems, refusal, show } from "./load-text.js";

const api = document(`  /a:
    get:
      operationId: getA
      tags: [one]
      parameters:
        - { name: x, in: query, schema: { type: string } }
        - { name: y, in: query, schema: { type: string } }
      responses: { default: { description: done } }
  /b: { get: { operationId: getB, responses: { default: { description: done } } } }
servers: [{ url: https://api.test }]`);

const overlay = (actions: string): string => `overlay: 1.0.0\ninfo: { title: O, version: "1" }\nactions:\n${actions}\n`;

async function apply(
  actions: string,
): Promise<{ readonly paths: string; readonly pointers: readonly (readonly string[])[] }> {
  const loaded = await loadText({ ...api, "fix.overlay.yaml": overlay(actions) });
  const pointers = loaded.touches.map(({ changes }) => changes.map(({ pointer }) => pointer));
  return { paths: JSON.stringify(loaded.document.paths), pointers };
}

describe("what overlays do", () => {
  it("merges objects, and notes the places that changed", async () => {
    const { paths, pointers } = await apply(
      "  - target: $.paths['/a'].get\n    update: { summary: S, responses: { default: { description: new } } }",
    );
    expect(paths).toContain('"summary":"S"');
    expect(paths).toContain('"default":{"description":"new"}');
    expect(pointers).toEqual([["/paths/~1a/get/summary", "/paths/~1a/get/responses/default/description"]]);
  });

  it("joins lists, and adds an entry to a list that is the target", async () => {
    const { paths, pointers } = await apply(
      "  - { target: '$.paths[\"/a\"].get', update: { tags: [two] } }\n  - { target: '$.paths[\"/a\"].get.tags', update: three }",
    );
    expect(paths).toContain('"tags":["one","two","three"]');
    expect(pointers).toEqual([["/paths/~1a/get/tags/1"], ["/paths/~1a/get/tags/2"]]);
  });

  it("finds by a filter, and removes from the back", async () => {
    const { paths, pointers } = await apply(
      "  - { target: \"$.paths.*.get.parameters[?@.in=='query']\", remove: true }",
    );
    expect(paths).toContain('"parameters":[]');
    expect(pointers).toEqual([["/paths/~1a/get/parameters/1", "/paths/~1a/get/parameters/0"]]);
  });

  it("leaves the problems of what it moved where they are written", async () => {
    const wrong = document(`  /a:
    get:
      operationId: getA
      parameters:
        - { name: x, in: query, schema: { type: string } }
        - { name: y, in: query, schema: { type: string } }
        - { name: z, in: query, nowhere: 1, schema: { type: string } }
      responses: { default: { description: done } }`);
    const [spec = ""] = Object.values(wrong);
    const line =
      String(spec)
        .split("\n")
        .findIndex((text) => text.includes("nowhere")) + 1;
    const removal = overlay(`  - { target: "$.paths['/a'].get.parameters[0,1]", remove: true }`);
    const { problems } = await loadText({ ...wrong, "fix.overlay.yaml": removal });
    const found = problems.map(show);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^warning \\S+ ${Object.keys(wrong)[0]}:${line}:`));
  });

  it("applies one after the other, each to what the one before made", async () => {
    const { paths } = await apply(
      "  - { target: $.paths, update: { /c: { get: {} } } }\n  - { target: '$.paths[\"/c\"].get', update: { responses: { default: { description: c } } } }",
    );
    expect(paths).toContain('"/c":{"get":{"responses":{"default":{"description":"c"}}}}');
  });

  it("may have extensions at the root, in info and in an action", async () => {
    const text = `overlay: 1.0.0
info: { title: O, version: "1", x-author: us }
actions: [{ target: $.info, update: { title: New }, x-reason: { any: thing } }]
x-made-by: hand
`;
    const { document: read, problems } = await loadText({ ...api, "fix.overlay.yaml": text });
    expect(read.info).toMatchObject({ title: "New" });
    expect(problems).toEqual([]);
  });
});

describe("a problem in what an overlay wrote is reported in the overlay", () => {
  const target = "$.paths['/b'].get";
  const yaml = (update: string): Record<string, string> => ({
    "fix.overlay.yaml": overlay(`  - target: ${target}\n    update:\n${update}`),
  });
  const json = (update: string): Record<string, string> => ({
    "fix.overlay.json": `{"overlay": "1.0.0", "info": {"title": "O", "version": "1"}, "actions": [{\n"target": "${target}",\n"update":\n${update}}]}`,
  });
  const load: readonly [string, Record<string, string>, string][] = [
    [
      "a key in YAML",
      yaml("      summary: S\n      responses:\n        default:\n          descripton: d"),
      "warning unknown-key fix.overlay.yaml:9:11 `getB` (responses.default) has the unknown key `descripton`, which is ignored.",
    ],
    [
      "a value in YAML",
      yaml("      summary: S\n      tags:\n        - one\n        - 2"),
      "warning wrong-type fix.overlay.yaml:9:11 `getB` (tags.1) must be of type string; it is read as one.",
    ],
    [
      "a key in JSON",
      json('{"summary": "S", "responses":\n{"default": {"descripton": "d"}}}'),
      "warning unknown-key fix.overlay.json:5:14 `getB` (responses.default) has the unknown key `descripton`, which is ignored.",
    ],
    [
      "a value in JSON",
      json('{"summary": "S",\n"tags": ["one", 2]}'),
      "warning wrong-type fix.overlay.json:5:17 `getB` (tags.1) must be of type string; it is read as one.",
    ],
  ];
  it.each(load)("by LOAD: %s", async (_, files, expected) => {
    expect((await loadText({ ...api, ...files })).problems.map(show)).toContain(expected);
  });

  const model: readonly [string, Record<string, string>, string][] = [
    [
      "in YAML",
      yaml(
        "      summary: S\n      parameters:\n        - { name: q, in: query, schema: {} }\n        - name: id\n          in: path\n          required: true\n          schema: {}",
      ),
      "fix.overlay.yaml:9:11",
    ],
    [
      "in JSON",
      json(
        '{"summary": "S", "parameters": [{"name": "q", "in": "query", "schema": {}},\n  {"name": "id", "in": "path", "required": true, "schema": {}}]}',
      ),
      "fix.overlay.json:5:3",
    ],
  ];
  it.each(model)("by MODEL: %s", async (_, files, place) => {
    const problems = await modelProblems({ ...api, ...files });
    expect(problems.map(show)).toEqual([
      `warning unused-parameter ${place} GET /b: the parameter id is not in the path, so it is not sent.`,
    ]);
  });
});

describe("what is refused", () => {
  const cases: readonly [string, string, string][] = [
    [
      "a target that matches nothing",
      "  - { target: '$.paths[\"/z\"]', remove: true }",
      'overlay-no-match fix.overlay.yaml:4:15 The overlay target `$.paths["/z"]` matches nothing',
    ],
    [
      "a target that is not a JSONPath",
      "  - { target: '$.paths[', remove: true }",
      "overlay-target fix.overlay.yaml:4:15",
    ],
    ["the removal of everything", "  - { target: $, remove: true }", "overlay-target fix.overlay.yaml:4:15"],
    ["an action that does nothing", "  - { target: $.paths }", "overlay-action fix.overlay.yaml:4:5"],
    [
      "an action that does two things",
      "  - { target: $.paths, update: {}, remove: true }",
      "overlay-action fix.overlay.yaml:4:5",
    ],
    ["an update of a text", "  - { target: $.info.title, update: { a: 1 } }", "overlay-update fix.overlay.yaml:4:37"],
    [
      "an update of another sort",
      "  - { target: $.info, update: { title: { a: 1 } } }",
      "overlay-update fix.overlay.yaml:4:31",
    ],
    [
      "a misspelt key",
      "  - { target: $.info, updat: {} }",
      "unknown-key fix.overlay.yaml:4:23 `actions.0` has the unknown key `updat`.",
    ],
  ];
  for (const [name, actions, expected] of cases) {
    it(`refuses ${name}`, async () => {
      const [first, ...others] = await refusal({ ...api, "fix.overlay.yaml": overlay(actions) });
      expect(first?.startsWith(expected), first).toBe(true);
      expect(others).toEqual([]);
    });
  }

  it("refuses other versions, and a missing overlay beside what is wrong elsewhere", async () => {
    const [first] = await refusal({
      ...api,
      "fix.overlay.yaml": "overlay: 1.1.0\ninfo: { title: O, version: '1' }\nactions: [{}]\n",
    });
    expect(first?.startsWith("wrong-value fix.overlay.yaml:1:10 `overlay`"), first).toBe(true);
    const lines = await refusal({ ...api, "fix.overlay.json": "", "overrides.yaml": "" });
    expect(lines.map((line) => line.split(" ")[0])).toEqual(["empty-file", "empty-file"]);
  });
});

it("goes on where a target matches nothing, with a warning, if that is allowed", async () => {
  const actions = "  - { target: $.nothing, remove: true }\n  - { target: $.info, update: { title: New } }";
  const files = { ...api, "fix.overlay.yaml": overlay(actions) };
  const { document: read, problems } = await loadText(files, { allowUnusedOverlayTargets: true });
  expect(read.info).toMatchObject({ title: "New" });
  expect(problems.map(show)).toEqual([
    "warning overlay-no-match fix.overlay.yaml:4:15 The overlay target `$.nothing` matches nothing in the document.",
  ]);
});

it("stops before a document outgrows its limits", async () => {
  const wide = `  - { target: $.info, update: { x-a: [${"0, ".repeat(2000)}0] } }\n`;
  const lines = await refusal({
    ...api,
    "wide.overlay.yaml": overlay(
      `${wide}  - { target: "$.info['x-a']", update: [${"0, ".repeat(2000)}0] }\n  - { target: "$..*", update: { a: [${"0, ".repeat(2000)}0] } }`,
    ),
    "deep.overlay.yaml": overlay(
      `  - { target: "$.paths['/a'].get.parameters[0].schema", update: { x-a: ${"[".repeat(194)}${"]".repeat(194)} } }`,
    ),
  });
  expect(lines.map((line) => line.split(" The ")[0])).toEqual([
    "too-many-values wide.overlay.yaml:6:15",
    "too-deep deep.overlay.yaml:4:15",
  ]);
});
