import type { Loaded } from "../load/types.js";
import type { JsonObject } from "../shared/json.js";
import { createReporter, type Reporter } from "./create-reporter.js";
import { createSchemaStore, type SchemaStore } from "./schema/create-schema-store.js";

/** Shared by the steps of this stage. */
export interface ModelContext {
  readonly loaded: Loaded;
  readonly document: JsonObject;
  readonly reporter: Reporter;
  readonly schemas: SchemaStore;
}

/** The context of a run, without problems or schemas yet. */
export function createContext(loaded: Loaded): ModelContext {
  const { document, version } = loaded;
  const reporter = createReporter(loaded);
  return {
    loaded,
    document,
    reporter,
    schemas: createSchemaStore(document, version === "3.0" ? "3.0" : "3.1", reporter),
  };
}
