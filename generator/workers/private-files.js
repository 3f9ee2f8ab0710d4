// All files that are not part of a package's public exports. Importing the package's entry also loads a linter and a
// bundler, which adds 0.15x to a cold run of Mem0 (1.81x instead of 1.66x openapi-typescript alone); `openapiTS`, which
// runs both, adds 0.30x, and the types of 1,000 operations take 3.4 s instead of 1.8 s.
// test/slow/private-files.test.ts compares with `openapiTS`, and fails when one of these moves.
import { createRequire } from "node:module";
import { escapePointer, parseRef } from "./ref-pointers.js";

// Required, not imported: before an import Node parses all of TypeScript once more to find out which format it has.
const require = createRequire(import.meta.url);

// One compiler for both: openapi-typescript loads the TypeScript of ts-morph. A second compiler adds 0.12x and 23 MB.
const { ts } = require("ts-morph");
const peer = require.resolve("typescript");
require.cache[peer] = { id: peer, filename: peer, loaded: true, exports: ts, children: [], paths: [] };

const pointers = require.resolve("@redocly/openapi-core/lib/ref-utils.js", {
  paths: [require.resolve("openapi-typescript/dist/lib/ts.cjs")],
});
require.cache[pointers] = {
  id: pointers,
  filename: pointers,
  loaded: true,
  exports: { parseRef, escapePointer },
  children: [],
  paths: [],
};

export const { astToString } = require("openapi-typescript/dist/lib/ts.cjs");
export const { resolveRef } = require("openapi-typescript/dist/lib/utils.cjs");
export const transformSchema = require("openapi-typescript/dist/transform/index.cjs");
