// How much a call costs in addition to the request: add_memory with a fetch that returns immediately.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundlePack } from "./tools/bundle-pack.mjs";
import { checkBudgets } from "./tools/check-budgets.mjs";
import { printRatios } from "./tools/print-ratios.mjs";

const ROUNDS = 21;
const CALLS = 3000;
const answer = JSON.stringify({ event_id: "7c9e6679-7425-40de-944b-e07fc1f90ae7", status: "SUCCEEDED", message: "ok" });
const apiKey = "m0-4f9a2c1e8b1d4c6e9a572f0c3d1b7e60";
const args = { messages: [{ role: "user", content: "I moved to Lisbon." }], user_id: "alice", infer: true };
const fetch = async () => new Response(answer, { headers: { "content-type": "application/json" } });

const raw = async () => {
  const response = await fetch("https://api.mem0.ai/v3/memories/add/", {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json", authorization: `Token ${apiKey}` },
    body: JSON.stringify(args),
  });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
};

const folder = mkdtempSync(join(tmpdir(), "toolpack-call-"));
const load = async (name, code, options) => {
  const path = join(folder, name);
  writeFileSync(path, await bundlePack(code, options));
  return import(pathToFileURL(path).href);
};
const contestants = { "raw fetch": raw };
try {
  const options = { apiKey, fetch };
  const { Mem0 } = await load("client.mjs", 'export { Mem0 } from "./client/index.ts";');
  const client = new Mem0(options);
  contestants["typed client, no validation"] = () => client.memories.add(args);
  for (const validators of [false, true]) {
    const { createMem0 } = await load(`${validators}.mjs`, 'export { createMem0 } from "./index.ts";', { validators });
    const tools = createMem0(options);
    contestants[validators ? "tool" : "tool, without its validator"] = () => tools.call("add_memory", args);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const names = Object.keys(contestants);
const times = Object.fromEntries(names.map((name) => [name, []]));
// The first rounds warm up the measured code and are discarded.
for (let round = -4; round < ROUNDS; round++) {
  const turn = (round + names.length * 2) % names.length;
  for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
    const call = contestants[name];
    const start = performance.now();
    for (let count = 0; count < CALLS; count++) await call();
    if (round >= 0) times[name].push(((performance.now() - start) / CALLS) * 1000);
  }
}

console.log(`one call with a stubbed fetch, Node ${process.version}, medians of ${ROUNDS} rounds of ${CALLS} calls`);
const ratios = printRatios(times, "us");
checkBudgets([
  { what: "without validation", found: ratios["typed client, no validation"], most: 1.5, unit: "x" },
  { what: "with validation", found: ratios.tool, most: 1.6, unit: "x" },
]);
