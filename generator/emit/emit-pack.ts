import type { Loaded } from "../load/types.js";
import type { Plan } from "../plan/types.js";
import type { GeneratedFile } from "../shared/generated-file.js";
import type { TypeScript } from "../workers/start-typescript.js";
import { emitClientIndex, emitClients } from "./client/emit-clients.js";
import { emitDefinitions, emitLock } from "./definitions/emit-definitions.js";
import { emitDocs } from "./docs/emit-docs.js";
import { emitBin } from "./package/emit-bin.js";
import { emitEntries } from "./package/emit-entries.js";
import { emitPackage } from "./package/emit-package.js";
import { printSource } from "./print/source.js";
import { emitToolLists, emitTools } from "./tools/emit-tools.js";
import { emitTypes } from "./types/emit-types.js";
import { emitValidators } from "./validators/emit-validators.js";

/** The files of the pack that are TypeScript declarations, printed by the worker thread in parallel. */
export async function emitSources(
  plan: Plan,
  typescript: Pick<TypeScript, "printSources">,
): Promise<readonly GeneratedFile[]> {
  const sources = [
    ...emitEntries(plan),
    ...plan.groups.map(emitTypes),
    emitClientIndex(plan),
    ...emitClients(plan),
    ...emitTools(plan),
    ...emitToolLists(plan),
  ];
  const texts = await typescript.printSources(sources);
  return sources.map(({ path }, index) => ({ path, text: printSource(texts[index] ?? "") }));
}

/** The other files of the pack, without types/openapi.ts, the runtime and the manifest. */
export function emitTexts(plan: Plan, templates: Loaded["templates"]): readonly GeneratedFile[] {
  return [
    ...emitPackage(plan),
    emitBin(plan),
    ...emitValidators(plan),
    ...emitDefinitions(plan),
    emitLock(plan),
    ...emitDocs(plan, templates),
  ];
}
