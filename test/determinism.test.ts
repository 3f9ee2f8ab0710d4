import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { generate } from "../generator/index.js";
import { OVERRIDES, SPEC } from "./generator/commands/command-line.js";

type Tree = { [key: string]: unknown };

const root = mkdtempSync(join(tmpdir(), "toolpack-same-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folders = 0;

/** Generates in a folder of its own and answers every file's text. */
async function make(document: unknown, overrides: string | undefined): Promise<Readonly<Record<string, string>>> {
  const cwd = join(root, `folder ${folders++}`);
  mkdirSync(cwd);
  writeFileSync(join(cwd, "notes.yaml"), typeof document === "string" ? document : stringify(document));
  if (overrides !== undefined) writeFileSync(join(cwd, "notes.overrides.yaml"), overrides);
  const { files } = await generate({
    spec: "notes.yaml",
    overlays: [],
    ...(overrides === undefined ? {} : { overrides: "notes.overrides.yaml" }),
    cwd,
  });
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

/** The manifest holds the hash of the document, which a reordered document rightly changes. */
function withoutManifest({ "manifest.json": _, ...files }: Readonly<Record<string, string>>): Tree {
  return files;
}

function reverse(tree: unknown): Tree {
  return Object.fromEntries(Object.entries(tree as Tree).reverse());
}

/** Every map whose order means nothing, the other way round. The order of a schema's properties is the author's. */
function shuffle(document: Tree): Tree {
  const paths = Object.entries(document.paths as Tree).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(reverse(item)).map(([method, operation]) => {
        if (typeof operation !== "object" || operation === null || Array.isArray(operation)) return [method, operation];
        const responses = (operation as Tree).responses;
        return [method, { ...reverse(operation), ...(responses ? { responses: reverse(responses) } : {}) }];
      }),
    ),
  ]);
  const components = Object.fromEntries(
    Object.entries(document.components as Tree).map(([key, map]) => [key, reverse(map)]),
  );
  return reverse({ ...document, paths: reverse(Object.fromEntries(paths)), components: reverse(components) });
}

describe.each([
  { name: "with overrides", overrides: OVERRIDES },
  { name: "without overrides", overrides: undefined },
])("the same inputs $name give the same bytes", ({ overrides }) => {
  let first: Readonly<Record<string, string>>;
  beforeAll(async () => {
    first = await make(SPEC, overrides);
  });

  it("twice, in two folders", async () => {
    expect(Object.keys(first).length).toBeGreaterThan(20);
    expect(await make(SPEC, overrides)).toEqual(first);
  });

  it("when paths, methods, responses and components stand in another order", async () => {
    const document = parse(SPEC) as Tree;
    expect(stringify(shuffle(document))).not.toBe(stringify(document));
    expect(withoutManifest(await make(shuffle(document), overrides))).toEqual(withoutManifest(first));
  });

  it("in JSON as in YAML", async () => {
    expect(withoutManifest(await make(JSON.stringify(parse(SPEC)), overrides))).toEqual(withoutManifest(first));
  });

  it("in another time zone and locale", async () => {
    const before = { ...process.env };
    const compare = String.prototype.localeCompare;
    try {
      Object.assign(process.env, { TZ: "Pacific/Kiritimati", LANG: "sv_SE.UTF-8", LC_ALL: "sv_SE.UTF-8" });
      // A sort that leaned on the locale would come out the other way round.
      String.prototype.localeCompare = function (this: string, other: string): number {
        return -compare.call(this, other);
      };
      expect(await make(SPEC, overrides)).toEqual(first);
    } finally {
      String.prototype.localeCompare = compare;
      for (const name of ["TZ", "LANG", "LC_ALL"]) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
  });

  it("with no date, no folder and no carriage return in them, each ending in one newline", () => {
    for (const [path, text] of Object.entries(first)) {
      expect(text, path).not.toContain(root);
      expect(text, path).not.toContain("\r");
      expect(text, path).toMatch(/[^\n]\n$/);
      if (!path.startsWith("runtime/")) expect(text, path).not.toContain(`${new Date().getFullYear()}-`);
    }
  });
});

it("a whole API in another order changes nothing but the hash of the document", async () => {
  const folder = new URL("../spec/", import.meta.url);
  const text = readFileSync(new URL("mem0.openapi.yaml", folder), "utf8");
  const overrides = readFileSync(new URL("mem0.overrides.yaml", folder), "utf8");
  const first = await make(text, overrides);
  const other = await make(shuffle(parse(text) as Tree), overrides);
  expect(Object.keys(first).filter((path) => other[path] !== first[path])).toEqual(["manifest.json"]);
  expect(Object.keys(other)).toEqual(Object.keys(first));
});
