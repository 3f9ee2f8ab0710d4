import { createRequire } from "node:module";
import type { AnySchemaObject, ValidateFunction } from "ajv";

type Library = typeof import("ajv/dist/2020.js");

/** Compiles a JSON Schema 2020-12 of our own; the library is loaded on the first use. */
export function compileSchema(schema: AnySchemaObject): ValidateFunction {
  const { Ajv2020 } = createRequire(import.meta.url)("ajv/dist/2020.js") as Library;
  return new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: false,
    validateFormats: false,
    // Our own schemas are tested; checking them on each run would take longer than everything else here.
    validateSchema: false,
    meta: false,
  }).compile(schema);
}
