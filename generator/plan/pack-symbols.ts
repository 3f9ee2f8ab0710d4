import { type ImportSymbol, importType, importValue } from "../shared/import-symbol.js";

/** Names that are the same in every pack. */
export const packSymbols: Readonly<Record<"definition" | "profiles" | "run" | "schemes" | "tools", ImportSymbol>> = {
  definition: importValue("definition", "definition.js"),
  profiles: importValue("profiles", "profiles/index.js"),
  run: importValue("run", "command.js"),
  schemes: importValue("securitySchemes", "definition.js"),
  tools: importValue("tools", "tools/index.js"),
};

const wire = "types/openapi.js";

/** The roots of the document's own types, as openapi-typescript calls them. */
export const wireSymbols: Readonly<Record<"components" | "operations" | "paths", ImportSymbol>> = {
  components: importType("components", wire),
  operations: importType("operations", wire),
  paths: importType("paths", wire),
};
