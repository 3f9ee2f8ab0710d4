import type { Loaded } from "../load/types.js";
import type { Plan } from "../plan/types.js";
import type { GeneratedFile } from "../shared/generated-file.js";
import { emitClientIndex } from "./client/emit-client-index.js";
import { emitClients } from "./client/emit-clients.js";
import { emitDefinitions } from "./definitions/emit-definitions.js";
import { emitLock } from "./definitions/emit-lock.js";
import { emitDocs } from "./docs/emit-docs.js";
import { emitBin } from "./package/emit-bin.js";
import { emitDefinition } from "./package/emit-definition.js";
import { emitIndex } from "./package/emit-index.js";
import { emitMcp } from "./package/emit-mcp.js";
import { emitPackage } from "./package/emit-package.js";
import { emitToolLists } from "./tools/emit-tool-lists.js";
import { emitTools } from "./tools/emit-tools.js";
import { emitValidators } from "./validators/emit-validators.js";

/** Every file of the pack but types/, which another thread prints, the runtime and the manifest. */
export function emitPack(plan: Plan, templates: Loaded["templates"]): readonly GeneratedFile[] {
  return [
    ...emitPackage(plan),
    emitIndex(plan),
    emitDefinition(plan),
    emitMcp(plan),
    ...emitBin(plan),
    emitClientIndex(plan),
    ...emitClients(plan),
    ...emitTools(plan),
    ...emitToolLists(plan),
    ...emitValidators(plan),
    ...emitDefinitions(plan),
    emitLock(plan),
    ...emitDocs(plan, templates),
  ];
}
