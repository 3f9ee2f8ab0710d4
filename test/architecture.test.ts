import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** Which room may import which, as DESIGN draws it. Everything else is an error. */
interface Room {
  /** Files of the room; the first room that matches a file owns it. */
  readonly files: RegExp;
  /** Rooms it may import; itself always. */
  readonly values?: readonly string[];
  /** Rooms it may import with `import type` only. */
  readonly types?: readonly string[];
  /** Packages and `node:` modules it may import. */
  readonly packages?: readonly string[];
  /** Packages it may import with `import type` only. */
  readonly typePackages?: readonly string[];
}

const ANY = ["*"];
const ROOMS: Readonly<Record<string, Room>> = {
  leaf: { files: /^generator\/(problems|file|nearest-name|package-root)\.ts$/, packages: ["leven", "node:module"] },
  load: {
    files: /^generator\/load\//,
    values: ["leaf"],
    packages: [
      "node:fs",
      "node:fs/promises",
      "node:buffer",
      "node:module",
      "jsonpath-rfc9535",
      "node:path",
      "node:url",
      "node:crypto",
      "@apidevtools/swagger-parser",
      "ajv",
      "yaml",
    ],
  },
  model: {
    files: /^generator\/model\//,
    values: ["leaf"],
    types: ["load"],
    packages: ["node:crypto", "node:module", "ajv", "ajv-formats"],
  },
  plan: { files: /^generator\/plan\//, values: ["leaf", "model"], types: ["load"], packages: ["node:crypto"] },
  emit: {
    files: /^generator\/emit\//,
    values: ["leaf"],
    types: ["plan", "model", "load"],
    packages: [
      "code-block-writer",
      "ajv",
      "ajv-formats",
      "handlebars",
      "node:crypto",
      "node:module",
      "node:worker_threads",
    ],
    typePackages: ["ts-morph"],
  },
  write: { files: /^generator\/write\//, values: ["leaf"], packages: ["node:fs", "node:path", "node:crypto"] },
  index: { files: /^generator\/[^/]+\.ts$/, values: ["leaf", "load", "model", "plan", "emit", "write"] },
  cli: {
    files: /^generator\/cli\//,
    values: ["leaf", "index", "write"],
    packages: ["commander", "node:fs", "node:path", "node:worker_threads"],
  },
  "runtime/adapters": { files: /^(generated\/[^/]+\/)?runtime\/adapters\//, values: ["runtime"], typePackages: ANY },
  "runtime/bin": { files: /^(generated\/[^/]+\/)?runtime\/(bin|mcp)\//, values: ["runtime"], packages: ANY },
  runtime: { files: /^(generated\/[^/]+\/)?runtime\// },
  "pack/types": { files: /^generated\/[^/]+\/types\// },
  "pack/validators": { files: /^generated\/[^/]+\/validators\//, values: ["runtime"], types: ["pack/types"] },
  "pack/definition": { files: /^generated\/[^/]+\/definition\.ts$/, values: ["runtime"] },
  "pack/client": {
    files: /^generated\/[^/]+\/client\//,
    values: ["runtime", "pack/definition"],
    types: ["pack/types"],
  },
  "pack/tools": {
    files: /^generated\/[^/]+\/tools\//,
    values: ["runtime", "pack/client", "pack/validators"],
    types: ["pack/types"],
  },
  "pack/profiles": { files: /^generated\/[^/]+\/profiles\//, values: ["runtime", "pack/tools"] },
  pack: {
    files: /^generated\//,
    values: [
      "runtime",
      "runtime/adapters",
      "runtime/bin",
      "pack/definition",
      "pack/client",
      "pack/tools",
      "pack/profiles",
    ],
    types: ["pack/types"],
    packages: ["node:fs", "node:url"],
  },
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function readImports(path: string, text: string): readonly Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean): void => {
    if (node === undefined || !ts.isStringLiteralLike(node)) return;
    const local = node.text.startsWith(".");
    const to = local ? posix.join(posix.dirname(path), node.text) : node.text;
    found.push({ from: path, to, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly === true);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return found;
}

function roomOf(path: string): string | undefined {
  return Object.keys(ROOMS).find((name) => ROOMS[name]?.files.test(path));
}

function findForbidden(imports: readonly Import[]): readonly string[] {
  return imports
    .filter((one) => !isAllowed(one))
    .map(({ from, to, typeOnly }) => `${from} -> ${to}${typeOnly ? " (type)" : ""}`);
}

function isAllowed({ from, to, typeOnly }: Import): boolean {
  const home = roomOf(from);
  const room = home === undefined ? undefined : ROOMS[home];
  if (room === undefined) return false;
  const has = (list: readonly string[] | undefined, name: string): boolean =>
    list?.some((entry) => entry === "*" || entry === name || name.startsWith(`${entry}/`)) ?? false;
  if (!/^(generator|runtime|generated)\//.test(to)) {
    return has(room.packages, to) || (typeOnly && has(room.typePackages, to));
  }
  const target = roomOf(to.replace(/\.js$/, ".ts"));
  if (target === undefined) return false;
  return (
    target === home || room.values?.includes(target) === true || (typeOnly && room.types?.includes(target) === true)
  );
}

/** The first circle of value imports, as the files on it. */
function findCycle(imports: readonly Import[]): readonly string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to.replace(/\.js$/, ".ts")]);
  }
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const target of next.get(file) ?? []) {
      const cycle = walk(target, [...trail, file]);
      if (cycle !== undefined) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of next.keys()) {
    const cycle = walk(file, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

function readTree(folder: string): readonly Import[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return /^(node_modules|dist)$/.test(entry.name) ? [] : readTree(path);
    return /\.(ts|js)$/.test(entry.name) ? readImports(path, readFileSync(join(ROOT, path), "utf8")) : [];
  });
}

describe("the arrows between the rooms", () => {
  it.each(["generator", "runtime", "generated"])("%s has no arrow that is not in the table, and no cycle", (folder) => {
    const imports = readTree(folder);
    expect(findForbidden(imports)).toEqual([]);
    expect(findCycle(imports)).toBeUndefined();
  });

  it("reads the generator's files at all", () => {
    expect(readTree("generator").length).toBeGreaterThan(50);
  });

  it.each([
    ["generator/model/a.ts", 'import { load } from "../load/load.js";'],
    ["generator/model/a.ts", 'import { readFileSync } from "node:fs";'],
    ["generator/plan/a.ts", 'import { emitPack } from "../emit/emit-pack.js";'],
    ["generator/emit/a.ts", 'import { planPack } from "../plan/plan-pack.js";'],
    ["generator/write/a.ts", 'import type { Model } from "../model/types.js";'],
    ["generator/cli/a.ts", 'const room = await import("../load/load.js");'],
    ["generator/load/a.ts", 'export { x } from "../../sandbox/x.js";'],
    ["generator/problems.ts", 'import type { Loaded } from "./load/types.js";'],
    ["runtime/a.ts", 'import { sep } from "node:path";'],
    ["runtime/adapters/a.ts", 'import { tool } from "ai";'],
    ["runtime/a.ts", 'import type { Model } from "../generator/model/types.js";'],
    ["generated/x/types/a.ts", 'import type { Client } from "../client/index.js";'],
    ["generated/x/client/a.ts", 'import { tool } from "../tools/a/a.js";'],
    ["generated/x/tools/a/a.ts", 'import Ajv from "ajv";'],
  ])("would catch %s with %s", (path, text) => {
    expect(findForbidden(readImports(path, text))).toHaveLength(1);
  });

  it.each([
    ["generator/model/a.ts", 'import type { Loaded } from "../load/types.js";'],
    ["generator/cli/a.ts", 'import { generate } from "../index.js";'],
    ["runtime/adapters/a.ts", 'import type { Tool } from "ai";'],
    ["generated/x/tools/a/a.ts", 'import { op } from "../../client/a.js";'],
  ])("lets %s have %s", (path, text) => {
    expect(findForbidden(readImports(path, text))).toEqual([]);
  });

  it("would catch a cycle, and lets types refer to each other", () => {
    const circle = (keyword: string): readonly Import[] => [
      ...readImports("runtime/a.ts", `${keyword} { b } from "./b.js";`),
      ...readImports("runtime/b.ts", `${keyword} { a } from "./a.js";`),
    ];
    expect(findCycle(circle("import"))).toEqual(["runtime/a.ts", "runtime/b.ts", "runtime/a.ts"]);
    expect(findCycle(circle("import type"))).toBeUndefined();
  });
});
