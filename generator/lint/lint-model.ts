import type { Model } from "../model/types.js";
import type { Finding } from "../shared/problems.js";
import { checkExamples } from "./check-examples.js";
import { createAjv } from "./create-ajv.js";
import { lintNeighbours } from "./lint-neighbours.js";
import { lintSchema } from "./lint-schema.js";
import { lintText } from "./lint-text.js";
import { lintTool } from "./lint-tool.js";

/** Reads the tools as a careful reviewer would: what is likely to mislead a model, a host or a person. */
export function lintModel(model: Model): readonly Finding[] {
  const ajv = createAjv();
  const neighbours = lintNeighbours(model.actions);
  return model.actions.flatMap((action) => {
    const remarks = [
      ...lintTool(action),
      ...lintText(action),
      ...lintSchema(action),
      ...(neighbours.get(action) ?? []),
      ...checkExamples(action, ajv),
    ];
    if (remarks.length === 0) return [];
    const at = action.override ?? action.operation.origin;
    return remarks.map(
      (remark): Finding => ({ ...remark, message: `${action.name}: ${remark.message}`, kind: "finding", at }),
    );
  });
}
