// Files that a package does not offer by name, all of them here. Loaded this way the wire types of Mem0 take 0.42 s of
// processor time; through the package's entry, which loads a linter and a bundler for nothing, 0.57 s; through `openapiTS`,
// which runs both, 0.72 s, and 3.4 s instead of 1.8 s for 1,000 operations. openapi-typescript alone takes 0.75 s in all.
// test/generator/emit/private-files.test.ts compares with `openapiTS`, and fails when one of these moves.
import { createRequire } from "node:module";

// Required, not imported: before an import Node parses all of TypeScript once more to find out which format it has.
const require = createRequire(import.meta.url);

// One compiler for both: openapi-typescript asks for its peer and gets the one that ts-morph brings. A second one takes
// 0.15 s more and 23 MB.
const peer = require.resolve("typescript");
require.cache[peer] = {
  id: peer,
  filename: peer,
  loaded: true,
  exports: require("ts-morph").ts,
  children: [],
  paths: [],
};

export const { astToString } = require("openapi-typescript/dist/lib/ts.cjs");
export const { resolveRef, scanDiscriminators } = require("openapi-typescript/dist/lib/utils.cjs");
export const transformSchema = require("openapi-typescript/dist/transform/index.cjs");
