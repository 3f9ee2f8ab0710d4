import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkFolders } from "../../../generator/commands/check-folders.js";
import type { GeneratedFile } from "../../../generator/shared/generated-file.js";
import { ProblemsError } from "../../../generator/shared/problems.js";
import { buildManifest, buildTransition, readManifest } from "../../../generator/write/manifest.js";
import { writeFiles } from "../../../generator/write/write-files.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "toolpack-folders-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function pack(files: Readonly<Record<string, string>>): readonly GeneratedFile[] {
  const list = Object.entries(files).map(([path, text]) => ({ path, text }));
  return [...list, buildManifest(list, [], "1.2.3")];
}

function refusals(...folders: readonly string[]): readonly string[] {
  try {
    checkFolders(folders, root);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map(({ kind, code }) => `${kind} ${code}`);
  }
}

describe("the folder of a pack", () => {
  beforeEach(() => {
    writeFiles(join(root, "packs/pets"), pack({ "tools/a.ts": "a\n" }));
    writeFileSync(join(root, "notes.txt"), "x");
  });

  it.each([["packs/pets"], ["packs/notes"], ["packs/notes/of/today"], ["packs/pets2"]])("may be %s", (folder) => {
    expect(refusals(folder)).toEqual([]);
  });

  it.each([
    ["packs/pets/tools", "out-in-a-pack"],
    ["packs/pets/new/folder", "out-in-a-pack"],
    ["packs", "pack-in-out"],
    [".", "pack-in-out"],
    ["notes.txt", "out-is-a-file"],
    ["notes.txt/below", "out-is-a-file"],
    ["", "empty-out"],
    [" ", "empty-out"],
  ])("may not be %j", (folder, code) => {
    expect(refusals(folder)).toEqual([`write ${code}`]);
  });

  it("may not be reached through a link into another pack", () => {
    symlinkSync(join(root, "packs/pets/tools"), join(root, "link"));
    expect(refusals("link")).toEqual(["write out-in-a-pack"]);
    expect(refusals("link/new")).toEqual(["write out-in-a-pack"]);
  });

  it("may hold a manifest.json of another program", () => {
    mkdirSync(join(root, "app"));
    writeFileSync(join(root, "app/manifest.json"), '{"name":"a web app"}');
    expect(refusals("app/packs/pets")).toEqual([]);
  });

  it("is not shared with another pack of the same run", () => {
    expect(refusals("a", "a")).toEqual(["usage shared-out"]);
    expect(refusals("a", "a/b")).toEqual(["usage shared-out"]);
    expect(refusals("a/b", "a")).toEqual(["usage shared-out"]);
    expect(refusals("a", "ab", "..a")).toEqual([]);
  });
});

it.skipIf(process.platform !== "linux")("a place where the system makes no folders is refused, and soon", () => {
  expect(() => writeFiles("/proc/x/y", pack({ "a.ts": "a\n" }))).toThrow(ProblemsError);
});

describe("an interrupted write", () => {
  const first = pack({ "a.ts": "a1\n", "b.ts": "b1\n", "old/c.ts": "c1\n" });
  const second = pack({ "a.ts": "a2\n", "b.ts": "b2\n", "new/d.ts": "d2\n" });
  const third = pack({ "a.ts": "a3\n", "e.ts": "e3\n" });
  const text = (files: readonly GeneratedFile[], path: string): string =>
    files.find((file) => file.path === path)?.text ?? "";

  /** The folder as a run that is killed leaves it: the first `moved` files of the second pack are in their place. */
  function interrupt(moved: number, from: readonly GeneratedFile[]): string {
    const out = join(root, `pack-${moved}-${from.length}`);
    if (from.length > 0) writeFiles(out, from);
    mkdirSync(out, { recursive: true });
    const manifest = join(out, "manifest.json");
    const owned = existsSync(manifest) ? readManifest(readFileSync(manifest, "utf8")) : undefined;
    writeFileSync(manifest, buildTransition(text(second, "manifest.json"), owned ?? new Map()));
    const changed = second.filter(({ path }) => path !== "manifest.json");
    for (const [index, file] of changed.entries()) {
      const path = join(out, index < moved ? file.path : `${file.path}.toolpack-tmp`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.text);
    }
    return out;
  }

  it.each([0, 1, 2, 3])("after %i files is repaired by a run with any inputs", (moved) => {
    for (const from of [first, []])
      for (const next of [first, second, third]) {
        const out = interrupt(moved, from);
        writeFiles(out, next);
        const found = readdirSync(out, { recursive: true, withFileTypes: true });
        expect(found.filter((entry) => entry.isFile())).toHaveLength(next.length);
        const folders = new Set(next.map(({ path }) => dirname(path)).filter((folder) => folder !== "."));
        expect(found.filter((entry) => entry.isDirectory())).toHaveLength(folders.size);
        for (const file of next) expect(readFileSync(join(out, file.path), "utf8")).toBe(file.text);
        rmSync(out, { recursive: true });
      }
  });

  it("still does not overwrite what a person wrote meanwhile", () => {
    const out = interrupt(1, first);
    writeFileSync(join(out, "b.ts"), "mine\n");
    expect(() => writeFiles(out, third)).toThrow("b.ts in");
    expect(readFileSync(join(out, "b.ts"), "utf8")).toBe("mine\n");
  });

  it("that fails before anything is moved gives the manifest back", () => {
    const out = join(root, "pack");
    writeFiles(out, first);
    // A folder stands where a temporary file must go.
    mkdirSync(join(out, "b.ts.toolpack-tmp"));
    const before = readFileSync(join(out, "manifest.json"), "utf8");
    expect(() => writeFiles(out, second)).toThrow(ProblemsError);
    expect(readFileSync(join(out, "manifest.json"), "utf8")).toBe(before);
  });
});
