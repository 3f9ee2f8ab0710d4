import { createRequire } from "node:module";
import type { AnySchemaObject, Options, ValidateFunction } from "ajv";

type Library = typeof import("ajv/dist/2020.js");

/** How schemas of our own are compiled, here and by the build. */
export const schemaOptions: Options = {
  allErrors: true,
  verbose: true,
  strict: false,
  validateFormats: false,
  // Our own schemas are tested; checking them on each run would take longer than everything else here.
  validateSchema: false,
  meta: false,
};

/** Compiles a JSON Schema 2020-12 of our own; the library is loaded on the first use. */
export function compileSchema(schema: AnySchemaObject): ValidateFunction {
  const { Ajv2020 } = createRequire(import.meta.url)("ajv/dist/2020.js") as Library;
  return new Ajv2020(schemaOptions).compile(schema);
}
