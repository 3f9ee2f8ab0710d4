// All files that are not part of a package's public exports. Importing the package's entry also loads a linter and a
// bundler, which adds 0.15x to a cold run of Mem0 (1.81x instead of 1.66x openapi-typescript alone); `openapiTS`, which
// runs both, adds 0.30x, and the types of 1,000 operations take 3.4 s instead of 1.8 s.
// test/slow/private-files.test.ts compares with `openapiTS`, and fails when one of these moves.
import { createRequire } from "node:module";
import { escapePointer, parseRef } from "./ref-pointers.js";

// Required, not imported: before an import Node parses all of TypeScript once more to find out which format it has.
const require = createRequire(import.meta.url);

/** Has a file required with these exports instead of its own. */
function replaceFile(id, exports) {
  require.cache[id] = { id, filename: id, loaded: true, exports, children: [], paths: [] };
}

// One compiler for both: openapi-typescript loads the TypeScript of ts-morph. A second compiler adds 0.12x and 23 MB.
replaceFile(require.resolve("typescript"), require("ts-morph").ts);

// docs/adr/0019: names in places stay as they are.
const library = { paths: [require.resolve("openapi-typescript/dist/lib/ts.cjs")] };
replaceFile(require.resolve("@redocly/openapi-core/lib/ref-utils.js", library), { parseRef, escapePointer });

export const { astToString } = require("openapi-typescript/dist/lib/ts.cjs");
export const { resolveRef } = require("openapi-typescript/dist/lib/utils.cjs");
export const transformSchema = require("openapi-typescript/dist/transform/index.cjs");
