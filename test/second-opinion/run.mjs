// Tests packs with independent programs: the requests of real documents with swagger-client, those of Mem0 with Prism, its
// server with the MCP Inspector.
import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
/** For all checks, without the installation. */
const longestMs = 300_000;

if (read("node_modules/.installed") !== read("package-lock.json")) {
  run(here, "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]);
  copyFileSync(`${here}package-lock.json`, `${here}node_modules/.installed`);
}
// Results for an outdated build would be useless.
run(`${here}../..`, "npm", ["run", "--silent", "build"]);
run(`${here}../..`, "npm", ["run", "--silent", "build", "--workspaces", "--if-present"]);

const watchdog = setTimeout(() => {
  console.error(`Not finished after ${longestMs / 1000} s.`);
  process.exit(1);
}, longestMs);

const { checkPrism } = await import("./prism.mjs");
const { checkInspector } = await import("./inspector.mjs");
const { checkRequests } = await import("./requests.mjs");
const problems = [...checkRequests(), ...(await checkPrism()), ...(await checkInspector())];
for (const problem of problems) console.error(`✗ ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;
clearTimeout(watchdog);

function read(path) {
  try {
    return readFileSync(here + path, "utf8");
  } catch {
    return undefined;
  }
}

function run(cwd, command, args) {
  const { status } = spawnSync(command, args, { cwd, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}
