import { readFileSync } from "node:fs";
import type { AnySchemaObject, ValidateFunction } from "ajv";
import { packageRoot } from "../shared/package-root.js";
import { compileSchema } from "./compile-schema.js";

/**
 * The validator of overrides files. scripts/build-command.mjs replaces this module by one that is compiled already: for the
 * command, compiling it takes a tenth of what openapi-typescript takes for the whole Mem0 document.
 */
export function loadOverridesValidator(): ValidateFunction {
  const text = readFileSync(new URL("spec/overrides.schema.json", packageRoot), "utf8");
  return compileSchema(JSON.parse(text) as AnySchemaObject);
}
