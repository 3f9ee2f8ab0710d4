import type { Dialect } from "./dialect.js";

/** The canonical form: JSON Schema 2020-12 with every rule in it, what is returned, and the annotations of MCP. */
export const jsonSchema: Dialect = {
  name: "json-schema",
  tools: "every",
  map: ({ name, title, description, checkedSchema, outputSchema, annotations }) => ({
    name,
    title,
    description,
    inputSchema: checkedSchema,
    ...(outputSchema !== undefined && { outputSchema }),
    annotations: { ...annotations },
  }),
  decode: "identity",
};
