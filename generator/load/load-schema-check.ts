import { createRequire } from "node:module";
import type { ErrorObject } from "ajv";
import type { MutableObject } from "../shared/json.js";

/** Answers what the schema of a version of OpenAPI refuses in a document. */
export type SchemaCheck = (document: MutableObject, version: "3.0" | "3.1") => readonly ErrorObject[];

/** swagger-parser's own schema check. In the command's one file the build puts the compiled check in the place of this module. */
export function loadSchemaCheck(): SchemaCheck {
  const require = createRequire(import.meta.url);
  const check = require("@apidevtools/swagger-parser/lib/validators/schema.js") as (document: MutableObject) => void;
  return (document) => {
    try {
      check(document);
      return [];
    } catch (error) {
      const { details } = error as { readonly details?: readonly ErrorObject[] };
      if (details === undefined) throw error;
      return details;
    }
  };
}
