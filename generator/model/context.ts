import type { Loaded } from "../load/types.js";
import type { JsonObject } from "../shared/json.js";
import type { Reporter } from "./create-reporter.js";
import type { SchemaStore } from "./schema/create-schema-store.js";

/** What every step of this room reads. */
export interface ModelContext {
  readonly loaded: Loaded;
  readonly document: JsonObject;
  readonly reporter: Reporter;
  readonly schemas: SchemaStore;
}
