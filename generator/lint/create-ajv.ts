import { createRequire } from "node:module";
import type { Ajv2020 } from "ajv/dist/2020.js";

type Module = typeof import("ajv/dist/2020.js");
type Formats = typeof import("ajv-formats");

/** A validator for the examples of tools. Loaded here, since most runs check none. */
export function createAjv(): Ajv2020 {
  const require = createRequire(import.meta.url);
  const ajv = new (require("ajv/dist/2020.js") as Module).Ajv2020({ strict: false, allErrors: true, logger: false });
  (require("ajv-formats") as Formats).default(ajv);
  return ajv;
}
