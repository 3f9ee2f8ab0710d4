import { createRequire } from "node:module";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import type { MutableObject } from "../shared/json.js";

/** Validates a document of OpenAPI 3.2 against the official schema, which the validator of the other versions lacks. */
export function validateNewest(document: MutableObject): readonly ErrorObject[] {
  // Read here, since few documents are of this version.
  const schema = createRequire(import.meta.url)(
    "@seriousme/openapi-schema-validator/schemas/v3.2/schema.json",
  ) as object;
  const validate = new Ajv2020({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
  return validate(document) ? [] : (validate.errors ?? []);
}
