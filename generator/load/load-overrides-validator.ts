import { readFile } from "node:fs/promises";
import type { AnySchemaObject, ValidateFunction } from "ajv";
import { packageRoot } from "../shared/package-root.js";
import { compileSchema } from "./compile-schema.js";

/** The validator of overrides files. In the command's one file the build puts a compiled one in the place of this module. */
export async function loadOverridesValidator(): Promise<ValidateFunction> {
  const text = await readFile(new URL("spec/overrides.schema.json", packageRoot), "utf8");
  return compileSchema(JSON.parse(text) as AnySchemaObject);
}
