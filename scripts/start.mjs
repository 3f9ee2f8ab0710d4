// Runs the whole workflow: generates the pack, starts a service that needs no account, and makes real calls to it.
//   npm start             generate, then run the tour against the local sandbox
//   npm start -- --live   generate, then run the read-only part of the tour against the service, with MEM0_API_KEY
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));

let live = false;
try {
  live = parseArgs({ options: { live: { type: "boolean" } } }).values.live ?? false;
} catch (error) {
  console.error(`${error.message.split(". ")[0]}. The only flag is --live.`);
  process.exit(2);
}
if (live && !process.env.MEM0_API_KEY) {
  console.error("--live requires an API key: set MEM0_API_KEY. Without --live, the tour uses the local sandbox.");
  process.exit(2);
}

run(process.execPath, ["bin/toolpack.js", "generate"]);
if (isStale()) run("npm", ["run", "--silent", "build", "--workspace", "mem0-toolpack"]);

// Imported after the build, because the build may have changed the pack.
const { tour } = await import("./tour.mjs");
try {
  if (live) await tour({ apiKey: process.env.MEM0_API_KEY, live });
  else await tourSandbox();
} catch (error) {
  console.error(`\nThe tour stopped. ${error.code === undefined ? "" : `${error.code}: `}${error.message}`);
  process.exitCode = 1;
}

async function tourSandbox() {
  const { startSandbox } = await import("mem0-sandbox");
  const sandbox = await startSandbox({ seed: true, eventMs: 300 });
  console.log(`\nThe Mem0 sandbox listens on ${sandbox.url} and discards all data when it stops.\n`);
  try {
    await tour({ apiKey: sandbox.apiKey, baseUrl: sandbox.url, live });
  } finally {
    await sandbox.close();
  }
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}

/** Whether the pack has changed since it was last compiled. */
function isStale() {
  const time = (path) => statSync(`${root}generated/mem0/${path}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return time("manifest.json") > time("dist/index.js");
}
