// What search_memories adds to an application that bundles it, with the whole runtime.
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
  "search_memories, no validator": [search, { validators: false }],
  search_memories: [search],
  "its tool alone, no validator": [
    'export { searchMemories } from "./tools/memories/search_memories.ts";',
    { validators: false },
  ],
  "its validator alone": ['export * from "./validators/search_memories.js";'],
  "the runtime alone": ['export { createToolpack } from "./runtime/index.ts";'],
  "the HTTP client alone": ['export { HttpClient } from "./runtime/index.ts";'],
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
