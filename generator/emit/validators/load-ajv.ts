import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

type Core = typeof import("ajv/dist/core.js");
type Standalone = typeof import("ajv/dist/standalone/index.js");
type Draft2020 = typeof import("ajv/dist/vocabularies/draft2020.js");
type Equal = typeof import("ajv/dist/runtime/equal.js");

/**
 * The parts of Ajv that a validator needs. Its CommonJS default exports look different to Node and to a test runner when
 * they are imported, and alike when they are required.
 */
export const ajvParts: {
  readonly Ajv: Core["default"];
  readonly standalone: Standalone["default"];
  readonly vocabularies: Draft2020["default"];
  readonly equal: Equal["default"];
} = {
  Ajv: (require("ajv/dist/core.js") as Core).default,
  standalone: (require("ajv/dist/standalone/index.js") as Standalone).default,
  vocabularies: (require("ajv/dist/vocabularies/draft2020.js") as Draft2020).default,
  equal: (require("ajv/dist/runtime/equal.js") as Equal).default,
};
