import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { limits } from "../../../generator/load/limits.js";
import { readSource } from "../../../generator/load/read-source.js";
import { document, loadText, refusal } from "./load-text.js";

describe("files that are not a document", () => {
  const cases: readonly [string, Record<string, string | Uint8Array>, string][] = [
    ["missing", {}, "missing-file api.yaml:1:1 The document `api.yaml` does not exist."],
    ["empty", { "api.json": " \n" }, "empty-file api.json:1:1 The document `api.json` is empty."],
    ["not UTF-8", { "api.json": new Uint8Array([0xff, 0xfe, 0x7b]) }, "not-utf8 api.json:1:1"],
    ["too big", { "api.json": new Uint8Array(limits.fileBytes + 1).fill(32) }, "file-too-big api.json:1:1"],
    ["not an object", { "api.json": "[]" }, "no-object api.json:1:1"],
    ["broken JSON", { "api.json": '{\n  "a": tru\n}' }, "json-syntax api.json:2:8"],
    ["JSON cut off", { "api.json": '{"a": [1, 2' }, "json-syntax api.json:1:12"],
    ["text behind JSON", { "api.json": "{} x" }, "json-syntax api.json:1:4"],
    ["broken YAML", { "api.yaml": "a: 1\nb: [1\nc: 2\n" }, "yaml-syntax api.yaml:3:1"],
    [
      "a custom tag",
      { "api.yaml": "a: !run x\n" },
      "unknown-tag api.yaml:1:4 The document `api.yaml` has the tag `!run`, which is not supported.",
    ],
    ["two documents", { "api.yaml": "a: 1\n---\nb: 1\n" }, "yaml-syntax api.yaml:2:1"],
    ["a key twice", { "api.yaml": 'a: 1\n200: x\n"200": y\n' }, "duplicate-key api.yaml:3:1"],
    ["a merge key", { "api.yaml": "a: &a { b: 1 }\nc: { <<: *a }\n" }, "yaml-merge-key api.yaml:2:6"],
    ["a list as key", { "api.yaml": "? [a]\n: 1\n" }, "yaml-key api.yaml:1:3"],
    ["no number of JSON", { "api.yaml": "a: .inf\n" }, "yaml-number api.yaml:1:4"],
    ["an alias of nothing", { "api.yaml": "a: *b\n" }, "yaml-alias api.yaml:1:4"],
    ["an alias inside its anchor", { "api.yaml": "a: &a [*a]\n" }, "yaml-alias api.yaml:1:8"],
    ["deep JSON", { "api.json": "[".repeat(300) + "]".repeat(300) }, "too-deep api.json:1:201"],
    ["deep YAML", { "api.yaml": "[".repeat(300) + "]".repeat(300) }, "too-deep api.yaml:1:201"],
    ["bottomless JSON", { "api.json": "[".repeat(100_000) + "]".repeat(100_000) }, "too-deep api.json:1:201"],
    // A stack that overflows in the library once ends the process the next time.
    ["bottomless YAML", { "api.yaml": "[".repeat(100_000) }, "too-deep api.yaml:1:201"],
    ["bottomless YAML of another form", { "api.yaml": `${"- ".repeat(100_000)}a` }, "too-deep api.yaml:1:401"],
    ["bottomless YAML with a tag", { "api.yaml": `!!seq ${"[".repeat(100_000)}` }, "too-deep api.yaml:1:207"],
  ];
  for (const [name, files, expected] of cases) {
    it(`refuses a file: ${name}`, async () => {
      const [first] = await refusal(files);
      expect(first?.startsWith(expected), first).toBe(true);
    });
  }

  it("refuses a folder", async () => {
    const cwd = await mkdtemp(join(tmpdir(), "load-"));
    const source = await readSource(".", cwd, { name: "document", kind: "spec" });
    expect(source.kind === "refused" && source.problems[0]?.code).toBe("not-a-file");
    expect(await readdir(cwd)).toEqual([]);
  });

  it("refuses a file that aliases would make grow without bound", async () => {
    const lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
    for (const [from, to] of ["ab", "bc", "cd", "de", "ef", "fg", "gh", "hi"]) {
      lines.push(`${to}: &${to} [${Array(10).fill(`*${from}`).join(", ")}]`);
    }
    const [first] = await refusal({ "api.yaml": lines.join("\n") });
    expect(first).toContain("alias");
    expect(first).toContain("alias-expansion api.yaml:5:");
  });
});

describe("what a file is read as", () => {
  it("keeps a key `__proto__` as an own key, in JSON and in YAML", async () => {
    const schema = '{"type": "object", "properties": {"__proto__": {"type": "string"}}}';
    const json = `{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": {"A": ${schema}}}}`;
    for (const files of [{ "api.json": json }, { "api.yaml": json }]) {
      const { document: read, bareDocument } = await loadText(files);
      for (const one of [read, bareDocument]) {
        expect(JSON.stringify(one)).toContain('"properties":{"__proto__":{"type":"string"}}');
      }
    }
    expect(Object.hasOwn(Object.prototype, "type")).toBe(false);
  });

  it("reads keys of YAML as they are written, and gives each alias a copy of its own", async () => {
    const loaded = await loadText(
      document(`  /a:
    get:
      responses:
        200: &ok { description: fine }
        404: *ok`),
    );
    expect(JSON.stringify(loaded.document.paths)).toBe(
      '{"/a":{"get":{"responses":{"200":{"description":"fine"},"404":{"description":"fine"}}}}}',
    );
  });

  it("reads a file with a byte order mark", async () => {
    const { "api.yaml": text } = document("  /a: {}");
    expect((await loadText({ "api.yaml": `\uFEFF${text}` })).version).toBe("3.1");
  });

  it("tells the version, the hash of the bytes and the path below the working folder", async () => {
    const { spec, version } = await loadText(document("  /a: {}"));
    expect(version).toBe("3.1");
    expect(spec.path).toBe("api.yaml");
    expect(spec.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("freezes everything it hands over", async () => {
    const loaded = await loadText(document("  /a: { get: { responses: { default: { description: d } } } }"));
    const unfrozen: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value === "object" && value !== null) {
        if (!Object.isFrozen(value)) unfrozen.push(path);
        for (const [key, child] of Object.entries(value)) visit(child, `${path}/${key}`);
      }
    };
    visit(loaded, "");
    expect(unfrozen).toEqual([]);
    expect(loaded.runtime.map(({ path }) => path)).toEqual([...loaded.runtime.map(({ path }) => path)].sort());
    expect(loaded.runtime.every(({ path }) => path.startsWith("runtime/"))).toBe(true);
  });
});
