import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { generate } from "../../generator/generate.js";
import { compileTree } from "../helpers/compile-tree.js";

const root = fileURLToPath(new URL("../cases/", import.meta.url));
const cases = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test("what the cases make compiles under the strictest settings", async () => {
  const trees = new Map<string, string>();
  for (const { name } of cases) {
    const folder = join(root, name);
    if (existsSync(join(folder, "problems.txt"))) continue;
    const overrides = existsSync(join(folder, "overrides.yaml")) ? { overrides: "overrides.yaml" } : {};
    const { files } = await generate({ spec: "openapi.yaml", overlays: [], ...overrides, cwd: folder });
    for (const { path, text } of files) if (/\.[tj]s$/.test(path)) trees.set(`${name}/${path}`, text);
  }
  expect(new Set([...trees.keys()].map((path) => path.split("/")[0])).size).toBeGreaterThan(20);
  expect(compileTree(trees)).toEqual([]);
});
