// Files that a package does not offer by name, all of them here. Through the package's entry, which loads a linter and a
// bundler for nothing, a cold run of Mem0 takes 0.15 of openapi-typescript's own time longer (1.81 instead of 1.66 times);
// through `openapiTS`, which runs both, twice that, and the types of 1,000 operations take 3.4 s instead of 1.8 s.
// test/slow/private-files.test.ts compares with `openapiTS`, and fails when one of these moves.
import { createRequire } from "node:module";

// Required, not imported: before an import Node parses all of TypeScript once more to find out which format it has.
const require = createRequire(import.meta.url);

// One compiler for both: openapi-typescript asks for its peer and gets the one that ts-morph brings. A second one takes
// 0.12 of that time, and 23 MB.
const { ts } = require("ts-morph");
const peer = require.resolve("typescript");
require.cache[peer] = { id: peer, filename: peer, loaded: true, exports: ts, children: [], paths: [] };

export const { astToString } = require("openapi-typescript/dist/lib/ts.cjs");
export const { resolveRef, scanDiscriminators } = require("openapi-typescript/dist/lib/utils.cjs");
export const transformSchema = require("openapi-typescript/dist/transform/index.cjs");
