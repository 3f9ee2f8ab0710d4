import type { Pointer } from "../load/overrides.js";
import type { DocumentFault, Loaded } from "../load/types.js";
import type { JsonObject } from "../shared/json.js";
import { createReporter, type Reporter } from "./create-reporter.js";
import { type ChosenServer, chooseServer } from "./pack/choose-server.js";
import { listServers } from "./pack/list-servers.js";
import { createSchemaStore, type SchemaStore } from "./schema/create-schema-store.js";
import { createSecurity, type SecurityStore } from "./security/create-security.js";

/** Shared by the steps of this stage. */
export interface ModelContext {
  readonly loaded: Loaded;
  readonly document: JsonObject;
  readonly reporter: Reporter;
  readonly schemas: SchemaStore;
  /** The fault of the document that each operation reaches, by the pointer of the operation. */
  readonly faults: ReadonlyMap<Pointer, DocumentFault>;
  /** Where operations go that name no server of their own. */
  readonly server: ChosenServer;
  readonly security: SecurityStore;
}

/** The context of a run, without problems or schemas yet. */
export function createContext(loaded: Loaded): ModelContext {
  const { document, version } = loaded;
  const reporter = createReporter(loaded);
  const faults = new Map(
    loaded.faults.flatMap((fault) => fault.operations.map((pointer): [Pointer, DocumentFault] => [pointer, fault])),
  );
  return {
    loaded,
    document,
    reporter,
    schemas: createSchemaStore(document, version === "3.0" ? "3.0" : "3.1", reporter),
    server: chooseServer(listServers(document), "", false),
    faults,
    security: createSecurity(document, loaded.overrides),
  };
}
