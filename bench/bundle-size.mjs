// How much search_memories adds to an application bundle, including the whole runtime.
import { gzipSync } from "node:zlib";
import { bundlePack } from "./tools/bundle-pack.mjs";
import { checkBudgets } from "./tools/check-budgets.mjs";

const search = `
  import { definition } from "./definition.ts";
  import { createToolpack } from "./runtime/index.ts";
  import { searchMemories } from "./tools/memories/search_memories.ts";
  export const createSearch = (options) =>
    createToolpack({ definition, tools: [searchMemories], profiles: {} }, options);
`;
const contestants = {
  "search_memories, without validator": [search, { validators: false }],
  search_memories: [search],
  "only its tool, without validator": [
    'export { searchMemories } from "./tools/memories/search_memories.ts";',
    { validators: false },
  ],
  "only its validator": ['export * from "./validators/search_memories.js";'],
  "only the runtime": ['export { createToolpack } from "./runtime/index.ts";'],
  "only the HTTP client": ['export { HttpClient } from "./runtime/index.ts";'],
  "the typed client of all actions": ['export { Mem0 } from "./client/index.ts";'],
  "all 51 tools": ['export { createMem0 } from "./index.ts";'],
};

console.log("bundled and minified by esbuild, in kB of 1000 bytes");
const sizes = {};
for (const [name, [code, options]] of Object.entries(contestants)) {
  const text = await bundlePack(code, { ...options, minify: true });
  sizes[name] = Buffer.byteLength(text) / 1000;
  const gzip = (gzipSync(text).length / 1000).toFixed(1);
  console.log(`  ${name.padEnd(34)}${sizes[name].toFixed(1).padStart(7)} kB  (gzip ${gzip} kB)`);
}

checkBudgets([{ what: "search_memories", found: sizes.search_memories, most: 26, unit: " kB" }]);
