import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { GeneratedFile } from "../../../generator/shared/generated-file.js";
import { ProblemsError } from "../../../generator/shared/problems.js";
import { checkFiles } from "../../../generator/write/compare-files.js";
import { buildManifest } from "../../../generator/write/manifest.js";
import { writeFiles } from "../../../generator/write/write-files.js";

let root: string;
let out: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "toolpack-write-"));
  out = join(root, "pack");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const INPUTS = [{ role: "spec", name: "a.yaml", sha256: "00" }] as const;

function pack(files: Readonly<Record<string, string>>): readonly GeneratedFile[] {
  const list = Object.entries(files).map(([path, text]) => ({ path, text }));
  return [...list, buildManifest(list, INPUTS, "1.2.3")];
}

/** Every file below the root with its text, to see that nothing changed. */
function snapshot(folder: string = root): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    found[path.slice(folder.length)] = entry.isFile()
      ? readFileSync(path, "utf8")
      : entry.isDirectory()
        ? "<folder>"
        : "<other>";
  }
  return found;
}

/** The problems of a refused write; the folder must be as it was. */
function refused(files: readonly GeneratedFile[]): readonly string[] {
  const before = snapshot();
  try {
    writeFiles(out, files);
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    expect(snapshot()).toEqual(before);
    expect(error.problems.every(({ kind, fix }) => kind === "write" && fix.length > 0)).toBe(true);
    return error.problems.map(({ code, message }) => `${code} ${message.split(" in ")[0]}`);
  }
  throw new Error("the write was not refused");
}

describe("writeFiles", () => {
  it("makes a folder that was not there, with a manifest that lists every other file", () => {
    const made = writeFiles(out, pack({ "tools/b.ts": "b\n", "a.ts": "a\n" }));
    expect(made).toEqual([
      { path: "a.ts", change: "add" },
      { path: "manifest.json", change: "add" },
      { path: "tools/b.ts", change: "add" },
    ]);
    expect(snapshot(out)).toMatchObject({ "/a.ts": "a\n", "/tools": "<folder>", "/tools/b.ts": "b\n" });
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    expect(manifest.generator).toBe("openapi-toolpack@1.2.3");
    expect(manifest.inputs).toEqual(INPUTS);
    expect(Object.keys(manifest.files)).toEqual(["a.ts", "tools/b.ts"]);
    expect(manifest.files["a.ts"]).toMatch(/^[0-9a-f]{64}$/);
    expect(Object.keys(snapshot(out))).toHaveLength(4); // and no temporary file
  });

  it("touches nothing when nothing changed, and only what changed otherwise", () => {
    writeFiles(out, pack({ "a.ts": "a\n", "b.ts": "b\n" }));
    const old = new Date("2001-01-01");
    for (const name of ["a.ts", "b.ts", "manifest.json"]) utimesSync(join(out, name), old, old);
    expect(writeFiles(out, pack({ "a.ts": "a\n", "b.ts": "b\n" }))).toEqual([]);
    expect(statSync(join(out, "manifest.json")).mtimeMs).toBe(old.getTime());
    writeFiles(out, pack({ "a.ts": "a\n", "b.ts": "new\n" }));
    expect(statSync(join(out, "a.ts")).mtimeMs).toBe(old.getTime());
    expect(statSync(join(out, "b.ts")).mtimeMs).not.toBe(old.getTime());
  });

  it("deletes what it made before and no longer makes, with the folder that is empty then, and nothing else", () => {
    writeFiles(out, pack({ "a.ts": "a\n", "tools/x/old.ts": "x\n", "tools/keep.ts": "k\n" }));
    mkdirSync(join(out, "dist"));
    writeFileSync(join(out, "dist/a.js"), "built");
    writeFileSync(join(out, "NOTES.txt"), "of a person");
    expect(writeFiles(out, pack({ "a.ts": "a\n", "tools/keep.ts": "k\n" }))).toContainEqual({
      path: "tools/x/old.ts",
      change: "delete",
    });
    expect(Object.keys(snapshot(out)).sort()).toEqual(
      ["/NOTES.txt", "/a.ts", "/dist", "/dist/a.js", "/manifest.json", "/tools", "/tools/keep.ts"].sort(),
    );
  });

  it("says what it would do in a dry run, and does not do it", () => {
    writeFiles(out, pack({ "a.ts": "a\n", "b.ts": "b\n" }));
    const before = snapshot();
    expect(writeFiles(out, pack({ "a.ts": "new\n", "c.ts": "c\n" }), { dryRun: true })).toEqual([
      { path: "a.ts", change: "change" },
      { path: "b.ts", change: "delete" },
      { path: "c.ts", change: "add" },
      { path: "manifest.json", change: "change" },
    ]);
    expect(snapshot()).toEqual(before);
  });

  it("refuses to replace or delete files that were edited by hand, all at once", () => {
    writeFiles(out, pack({ "a.ts": "a\n", "b.ts": "b\n", "c.ts": "c\n" }));
    writeFileSync(join(out, "a.ts"), "mine\n");
    writeFileSync(join(out, "b.ts"), "mine\n");
    expect(refused(pack({ "a.ts": "new\n", "c.ts": "new\n" }))).toEqual(["edited-file a.ts", "edited-file b.ts"]);
  });

  it("accepts an edit that already says what would be written", () => {
    writeFiles(out, pack({ "a.ts": "a\n" }));
    writeFileSync(join(out, "a.ts"), "new\n");
    expect(writeFiles(out, pack({ "a.ts": "new\n" }))).toEqual([{ path: "manifest.json", change: "change" }]);
  });

  it("refuses a folder that holds files of somebody else under the same names", () => {
    mkdirSync(out);
    writeFileSync(join(out, "package.json"), "{}");
    writeFileSync(join(out, "manifest.json"), '{"name":"a web app"}');
    expect(refused(pack({ "package.json": "{ }\n" }))).toEqual([
      "foreign-file package.json",
      "foreign-file manifest.json",
    ]);
  });

  it("does not believe a manifest that points out of the folder", () => {
    mkdirSync(out);
    writeFileSync(join(root, "precious.txt"), "x");
    const hash = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"; // of "x"
    writeFileSync(
      join(out, "manifest.json"),
      JSON.stringify({ generator: "openapi-toolpack@1.2.3", inputs: [], files: { "../precious.txt": hash } }),
    );
    expect(refused(pack({ "a.ts": "a\n" }))).toEqual(["foreign-file manifest.json"]);
  });

  it.skipIf(process.platform === "win32")("follows no link out of the folder", () => {
    const elsewhere = join(root, "elsewhere");
    mkdirSync(elsewhere);
    mkdirSync(out);
    symlinkSync(elsewhere, join(out, "tools"));
    symlinkSync(join(elsewhere, "new.ts"), join(out, "a.ts"));
    expect(refused(pack({ "tools/b.ts": "b\n", "a.ts": "a\n" }))).toEqual([
      "blocked-path tools/b.ts",
      "blocked-path a.ts",
    ]);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it.skipIf(process.platform === "win32")("replaces a link that stands where its temporary file goes", () => {
    mkdirSync(out);
    const target = join(root, "precious.txt");
    writeFileSync(target, "x");
    symlinkSync(target, join(out, "a.ts.toolpack-tmp"));
    writeFiles(out, pack({ "a.ts": "a\n" }));
    expect(readFileSync(target, "utf8")).toBe("x");
    expect(readFileSync(join(out, "a.ts"), "utf8")).toBe("a\n");
  });

  it.each([
    "../a.ts",
    "/a.ts",
    "a//b.ts",
    "a/./b.ts",
    "a\\b.ts",
    "C:a.ts",
    "a b.ts",
    "é.ts",
    "nul",
    "aux.ts",
    "a.",
    "",
    "dist/a.js",
    "node_modules/a.js",
    ".git/config",
    `${"x".repeat(121)}.ts`,
  ])("refuses the file name %j", (path) => {
    expect(refused([{ path, text: "" }])[0]).toMatch(/^unsafe-file-name/);
  });

  it("refuses two names that are one file on a system that ignores case", () => {
    expect(refused(pack({ "tools/A.ts": "", "tools/a.ts": "" }))[0]).toMatch(/^unsafe-file-name/);
  });

  it("leaves nothing behind when the disk says no", () => {
    mkdirSync(out);
    // A folder stands where a temporary file must go, so that the second write fails after the first one worked.
    mkdirSync(join(out, "b.ts.toolpack-tmp"));
    expect(refused(pack({ "a.ts": "a\n", "b.ts": "b\n", "new/c.ts": "c\n" }))[0]).toMatch(/^write-failed/);
  });
});

describe("checkFiles", () => {
  it("names what is missing, stale and extra, and reads only", () => {
    writeFiles(out, pack({ "a.ts": "a\n", "b.ts": "b\n", "c.ts": "c\n" }));
    writeFileSync(join(out, "a.ts"), "mine\n");
    rmSync(join(out, "b.ts"));
    const before = snapshot();
    expect(checkFiles(out, pack({ "a.ts": "a\n", "b.ts": "b\n" }))).toEqual([
      { path: "a.ts", change: "change" },
      { path: "b.ts", change: "add" },
      { path: "c.ts", change: "delete" },
      { path: "manifest.json", change: "change" },
    ]);
    expect(snapshot()).toEqual(before);
  });

  it("finds nothing in a folder that was just written", () => {
    const files = pack({ "a.ts": "a\n" });
    writeFiles(out, files);
    expect(checkFiles(out, files)).toEqual([]);
  });
});
