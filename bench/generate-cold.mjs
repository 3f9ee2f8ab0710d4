// Generates the whole Mem0 pack into an empty folder, compared with openapi-typescript alone on the same document.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measureRounds } from "./tools/measure-rounds.mjs";
import { median } from "./tools/median.mjs";

const BUDGET = 2.0;
const ROUNDS = 7;
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const spec = at("../spec/mem0.openapi.yaml");
const toolpack = (out) => [
  at("../bin/toolpack.js"),
  "generate",
  "--reporter=json",
  `--spec=${spec}`,
  `--overrides=${at("../spec/mem0.overrides.yaml")}`,
  `--out=${join(out, "pack")}`,
];

const PEER = "openapi-typescript";
const OURS = "toolpack";
const AGAIN = "toolpack, code cached";
const results = measureRounds(
  {
    [PEER]: (out) => ({
      args: [at("node_modules/openapi-typescript/bin/cli.js"), spec, "-o", join(out, "openapi.ts")],
    }),
    // Like the first run after an install: no compiled code from an earlier run.
    [OURS]: (out) => ({ args: toolpack(out), env: { NODE_DISABLE_COMPILE_CACHE: "1" } }),
    [AGAIN]: (out) => ({ args: toolpack(out) }),
  },
  ROUNDS,
);

const ratio = (name) => median(results[name].map(({ ms }, round) => ms / results[PEER][round].ms));
console.log(`cold generation of Mem0, Node ${process.version}, medians of ${ROUNDS} interleaved rounds`);
for (const [name, runs] of Object.entries(results)) {
  const ms = runs.map((run) => run.ms);
  const range = `${Math.min(...ms).toFixed(0)}-${Math.max(...ms).toFixed(0)}`;
  console.log(`  ${name.padEnd(22)} ${median(ms).toFixed(0).padStart(6)} ms  (${range})  ${ratio(name).toFixed(2)}x`);
}

console.log("stages of toolpack");
const stages = new Map();
for (const { stdout } of results[OURS]) {
  const sums = new Map();
  for (const { name, ms } of JSON.parse(stdout).packs[0].stages) sums.set(name, (sums.get(name) ?? 0) + ms);
  for (const [name, ms] of sums) stages.set(name, [...(stages.get(name) ?? []), ms]);
}
for (const [name, values] of stages) console.log(`  ${name.padEnd(22)} ${median(values).toFixed(0).padStart(6)} ms`);

const within = (name) => `${name}: ${ratio(name).toFixed(2)}x, ${ratio(name) <= BUDGET ? "within" : "OVER"} ${BUDGET}x`;
console.log(`budget           ${within(OURS)}`);
console.log(`for information  ${within(AGAIN)}`);
process.exitCode = ratio(OURS) <= BUDGET ? 0 : 1;
