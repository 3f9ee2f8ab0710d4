// The tools that a document becomes, each with the operation that a pack would hold.

import { readModel } from "../../../dist/generator/index.js";
import { planPack } from "../../../dist/generator/plan/plan-pack.js";
import { realise } from "./realise.mjs";

/** Reads a document. `tools` have the action of the model and the operation of the runtime. */
export async function readTools(path) {
  const { loaded, model } = await readModel({ spec: path, overlays: [], cwd: "/" });
  const plan = planPack(model);
  return {
    document: loaded.document,
    definition: realise(plan.definition),
    tools: plan.tools.map(({ action, operation }) => ({ action, operation: realise(operation) })),
  };
}
