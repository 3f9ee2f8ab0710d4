// How long loading one tool, or the whole pack, takes compared with a program that loads nothing.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundlePack, pack } from "./tools/bundle-pack.mjs";
import { checkBudgets } from "./tools/check-budgets.mjs";
import { measureRounds } from "./tools/measure-rounds.mjs";
import { printRatios } from "./tools/print-ratios.mjs";

const ROUNDS = 21;
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const built = spawnSync(npm, ["run", "build"], { cwd: pack, stdio: ["ignore", 2, 2], shell: npm.endsWith(".cmd") });
if (built.status !== 0) process.exit(built.status ?? 1);

const folder = mkdtempSync(join(tmpdir(), "toolpack-import-"));
const write = (name, text) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const load = (name, path, use) =>
  write(name, `import { ${use} } from ${JSON.stringify(pathToFileURL(path).href)};\nif (!${use}) process.exit(1);\n`);

try {
  const tool = 'export { searchMemories } from "./tools/memories/search_memories.ts";';
  const whole = 'export { createMem0 } from "./index.ts";';
  const bundles = {
    tool: write("tool.bundle.mjs", await bundlePack(tool)),
    whole: write("whole.bundle.mjs", await bundlePack(whole)),
    minified: write("minified.bundle.mjs", await bundlePack(whole, { minify: true })),
  };
  const programs = {
    "an empty program": write("empty.mjs", ""),
    "one tool, from dist": load("tool.mjs", join(pack, "dist/tools/memories/search_memories.js"), "searchMemories"),
    "one tool, bundled": load("tool-bundled.mjs", bundles.tool, "searchMemories"),
    "the whole pack, from dist": load("whole.mjs", join(pack, "dist/index.js"), "createMem0"),
    "the whole pack, bundled": load("whole-bundled.mjs", bundles.whole, "createMem0"),
    "the whole pack, bundled, minified": load("whole-minified.mjs", bundles.minified, "createMem0"),
  };
  const results = measureRounds(
    Object.fromEntries(
      Object.entries(programs).map(([name, program]) => [
        name,
        () => ({ args: [program], env: { NODE_DISABLE_COMPILE_CACHE: "1" } }),
      ]),
    ),
    ROUNDS,
  );
  console.log(`import, Node ${process.version}, medians of ${ROUNDS} interleaved rounds of whole processes`);
  const times = Object.entries(results).map(([name, runs]) => [name, runs.map(({ ms }) => ms)]);
  const ratios = printRatios(Object.fromEntries(times), "ms");
  checkBudgets([
    { what: "one tool", found: ratios["one tool, from dist"], most: 1.1, unit: "x" },
    { what: "the whole pack", found: ratios["the whole pack, from dist"], most: 1.3, unit: "x" },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
