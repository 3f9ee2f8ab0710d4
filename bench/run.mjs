// Runs the benchmarks, each in its own process with the Node version of bench/package.json.
//   npm run bench                 all of them
//   npm run bench generate-cold   one of them
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readNode } from "./tools/read-node.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const BENCHES = ["generate-cold", "bundle-size", "import-time", "call-overhead"];

if (!existsSync(`${here}node_modules/.package-lock.json`)) {
  console.error("bench: installing the dependencies and Node 24 (first run only)");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const install = spawnSync(npm, ["ci", "--no-audit", "--no-fund"], {
    cwd: here,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (install.status !== 0) process.exit(install.status ?? 1);
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !BENCHES.includes(name));
if (unknown.length > 0) {
  console.error(`bench: unknown benchmark ${unknown.join(", ")}; use ${BENCHES.join(", ")}`);
  process.exit(2);
}
let failed = false;
for (const name of wanted.length > 0 ? wanted : BENCHES) {
  const { status } = spawnSync(readNode(), [`${here}${name}.mjs`], { stdio: "inherit" });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
