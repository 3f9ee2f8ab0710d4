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
  shared: {
    files: /^generator\/shared\//,
    // What a pack and the generator must answer alike: a pack has no dependency, and two copies would differ one day.
    values: ["runtime/nearest-name", "runtime/reserved-headers"],
    packages: ["node:crypto", "node:fs", "node:module", "@eslint-community/regexpp"],
  },
  load: {
    files: /^generator\/load\//,
    values: ["shared"],
    packages: [
      "node:fs",
      "node:fs/promises",
      "node:buffer",
      "node:module",
      "node:path",
      "node:url",
      "node:vm",
      "@apidevtools/swagger-parser",
      "@scalar/openapi-upgrader/2.0-to-3.0",
      "@seriousme/openapi-schema-validator/schemas/v3.2/schema.json",
      "ajv",
      "js-yaml",
      "jsonc-parser",
      "jsonpath-rfc9535",
      "yaml",
    ],
  },
  model: { files: /^generator\/model\//, values: ["shared"], types: ["load"] },
  lint: {
    files: /^generator\/lint\//,
    values: ["shared"],
    types: ["model"],
    packages: ["ajv", "ajv-formats", "node:module"],
  },
  dialects: { files: /^generator\/dialects\//, values: ["shared"], types: ["model"] },
  // The runtime's own types, so that what is planned is what the runtime reads.
  plan: { files: /^generator\/plan\//, values: ["shared", "dialects"], types: ["load", "model", "runtime"] },
  emit: {
    files: /^generator\/emit\//,
    values: ["shared"],
    types: ["plan", "model", "load", "workers"],
    packages: ["ajv", "handlebars", "node:module", "node:path"],
  },
  write: { files: /^generator\/write\//, values: ["shared"], packages: ["node:fs", "node:path"] },
  workers: {
    files: /^generator\/workers\//,
    values: ["shared"],
    packages: [
      "@redocly/openapi-core",
      "gpt-tokenizer",
      "node:module",
      "node:worker_threads",
      "openapi-typescript",
      "ts-morph",
      "typescript",
    ],
  },
  index: {
    files: /^generator\/[^/]+\.ts$/,
    values: ["shared", "load", "model", "lint", "dialects", "plan", "emit", "write", "workers"],
  },
  commands: {
    files: /^generator\/commands\//,
    values: ["shared", "index", "write", "workers"],
    packages: ["commander", "node:fs", "node:path"],
  },
  bin: { files: /^bin\//, packages: ["node:fs", "node:module"] },
  // What runs apart from the generator may use published packages of this repository, and no room of the generator.
  packages: { files: /^packages\/[^/]+\/src\//, packages: ANY },
  "runtime/adapters": { files: /^(generated\/[^/]+\/)?runtime\/adapters\//, values: ["runtime"], typePackages: ANY },
  "runtime/bin": { files: /^(generated\/[^/]+\/)?runtime\/(bin|mcp)\//, values: ["runtime"], packages: ANY },
  "runtime/nearest-name": { files: /^(generated\/[^/]+\/)?runtime\/nearest-name\.ts$/ },
  "runtime/reserved-headers": { files: /^(generated\/[^/]+\/)?runtime\/request\/reserved-headers\.ts$/ },
  runtime: { values: ["runtime/nearest-name", "runtime/reserved-headers"], files: /^(generated\/[^/]+\/)?runtime\// },
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
  const requires = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && isCreateRequire(node.initializer)) requires.add(node.name.getText());
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly === true);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isExternalModuleReference(node)) add(node.expression, false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && isLoad(node.expression, requires)) add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** `import(...)`, `require(...)`, `require.resolve(...)`, `process.getBuiltinModule(...)`, and `createRequire(...)` by any name. */
function isLoad(called: ts.Expression, requires: ReadonlySet<string>): boolean {
  if (called.kind === ts.SyntaxKind.ImportKeyword) return true;
  if (ts.isIdentifier(called)) return called.text === "require" || requires.has(called.text);
  if (ts.isPropertyAccessExpression(called)) {
    if (called.name.text === "getBuiltinModule") return true;
    return called.name.text === "resolve" && isLoad(called.expression, requires);
  }
  return ts.isCallExpression(called) && isCreateRequire(called);
}

function isCreateRequire(node: ts.Node | undefined): boolean {
  return node !== undefined && ts.isCallExpression(node) && node.expression.getText().endsWith("createRequire");
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
  if (!/^(generator|runtime|generated|bin|packages)\//.test(to)) {
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
  it.each(["generator", "runtime", "generated", "bin", "packages/sandbox/src"])(
    "%s has no arrow that is not in the table, and no cycle",
    (folder) => {
      const imports = readTree(folder);
      expect(findForbidden(imports)).toEqual([]);
      expect(findCycle(imports)).toBeUndefined();
    },
  );

  it("reads the generator's files at all", () => {
    expect(readTree("generator").length).toBeGreaterThan(50);
  });

  it.each([
    ["generator/model/a.ts", 'import { load } from "../load/load.js";'],
    ["generator/model/a.ts", 'import { readFileSync } from "node:fs";'],
    ["generator/plan/a.ts", 'import { emitTexts } from "../emit/emit-pack.js";'],
    ["generator/plan/a.ts", 'import { createToolpack } from "../../runtime/index.js";'],
    ["generator/dialects/a.ts", 'import { planPack } from "../plan/plan-pack.js";'],
    ["generator/emit/a.ts", 'import { planPack } from "../plan/plan-pack.js";'],
    ["generator/write/a.ts", 'import type { Model } from "../model/types.js";'],
    ["generator/commands/a.ts", 'const room = await import("../load/load.js");'],
    ["generator/model/a.ts", 'const { load } = createRequire(import.meta.url)("js-yaml");'],
    ["generator/write/a.ts", 'const require = createRequire(import.meta.url); require("yaml");'],
    ["generator/emit/a.ts", 'const at = require.resolve("typescript");'],
    ["generator/plan/a.ts", 'import ajv = require("ajv");'],
    ["generator/model/a.ts", 'const load = createRequire(import.meta.url); load("yaml");'],
    ["runtime/a.ts", 'const util = process.getBuiltinModule("node:util");'],
    ["packages/x/src/a.ts", 'import { load } from "../../../generator/load/load.js";'],
    ["generator/workers/a.js", 'const { load } = require("../load/load.js");'],
    ["generator/load/a.ts", 'export { x } from "../../packages/sandbox/x.js";'],
    ["generator/shared/problems.ts", 'import type { Loaded } from "../load/types.js";'],
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
    ["generator/commands/a.ts", 'import { generate } from "../index.js";'],
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
