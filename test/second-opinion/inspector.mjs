import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SEED, startSandbox } from "mem0-sandbox";
import { profiles } from "../../generated/mem0/dist/profiles/index.js";
import { findNode } from "./find-node.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const inspector = at("node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js");
const server = at("../../generated/mem0/bin/mem0.js");

/** Lists and calls the tools of the pack's MCP server with the MCP Inspector. Returns the problems found. */
export async function checkInspector() {
  const problems = [];
  // The Inspector stores its settings, and the environment of the servers it starts, in the home folder.
  const home = mkdtempSync(join(tmpdir(), "inspector-"));
  const sandbox = await startSandbox({ seed: true });
  const ask = (...args) => run(home, sandbox, args);
  const expect = (what, { code, out, err }, wanted, text) => {
    const fits = code === wanted && (text === undefined || text.test(out + err));
    if (!fits) problems.push(`${what}: exit ${code}, expected ${wanted} with ${text}\n${(out + err).slice(0, 1_000)}`);
  };
  try {
    const list = await ask("--method", "tools/list", "--strict", "--format", "json");
    expect("tools/list --strict", list, 0);
    const names = readTools(list.out);
    if ([...names].sort().join() !== profiles.core.toSorted().join()) problems.push(`tools/list: ${names.join(", ")}`);

    const [memory] = SEED.memories;
    const call = (name, ...args) =>
      ask("--method", "tools/call", "--tool-name", name, ...args.flatMap((each) => ["--tool-arg", each]));
    const read = () => call("get_memory", `memory_id=${memory}`);
    expect("a read", await read(), 0, /vegetarian/);
    expect("a delete", await call("delete_memory", `memory_id=${memory}`), 5, /denied/);
    expect("a read after the rejected delete", await read(), 0, /vegetarian/);
    const sum = problems.length === 0 ? "a read succeeds and a delete is rejected" : "some checks failed";
    console.log(`The MCP Inspector lists ${names.length} tools; ${sum}.`);
  } finally {
    await sandbox.close();
    rmSync(home, { recursive: true, force: true });
  }
  return problems;
}

/** Runs one command of the Inspector, which starts its own server. */
function run(home, { apiKey, url }, args) {
  const command = [inspector, "--cli", "-e", `MEM0_API_KEY=${apiKey}`];
  const target = [process.execPath, server, "mcp", "--base-url", url];
  const options = { cwd: at("../.."), env: { PATH: process.env.PATH, HOME: home, USERPROFILE: home }, timeout: 30_000 };
  return new Promise((resolve) => {
    execFile(findNode(), [...command, ...target, ...args], options, (error, out, err) =>
      resolve({ code: error === null ? 0 : (error.code ?? error.signal), out, err }),
    );
  });
}

function readTools(text) {
  try {
    const { tools, result } = JSON.parse(text);
    return (tools ?? result?.tools ?? []).map(({ name }) => name);
  } catch {
    return [];
  }
}
