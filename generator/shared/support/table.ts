import { descriptionObjects } from "./description-objects.js";
import { operationObjects } from "./operation-objects.js";
import { schemaObjects } from "./schema-objects.js";
import { securityObjects } from "./security-objects.js";
import type { Row, SupportTable } from "./types.js";

/**
 * What the generator does with each fixed field of each object of OpenAPI 3.0, 3.1 and 3.2, and with each keyword of JSON
 * Schema 2020-12. docs/openapi-support.md is printed from it.
 */
export const supportTable: SupportTable = {
  ...descriptionObjects,
  ...operationObjects,
  ...schemaObjects,
  ...securityObjects,
};

const rows = new Map(
  Object.entries(supportTable).map(([object, fields]) => [object, new Map(fields.map((row) => [row[0], row]))]),
);

/** The row of a field; undefined for a field that the specification does not have. */
export function findSupport(object: string, field: string): Row | undefined {
  return rows.get(object)?.get(field);
}
