import type { AnySchemaObject, ValidateFunction } from "ajv";
import { schemaOptions } from "./schema-options.js";

/** Compiles a JSON Schema 2020-12; the library is loaded on the first use. */
export async function compileSchema(schema: AnySchemaObject): Promise<ValidateFunction> {
  const { Ajv2020 } = await import("ajv/dist/2020.js");
  return new Ajv2020(schemaOptions).compile(schema);
}
