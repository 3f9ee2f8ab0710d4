import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { Problem } from "../../problems.js";
import type { Model } from "../types.js";
import { checkExamples } from "./check-examples.js";
import { lintNeighbours } from "./lint-neighbours.js";
import { lintSchema } from "./lint-schema.js";
import { lintText } from "./lint-text.js";
import { lintTool } from "./lint-tool.js";

/** Reads the tools as a careful reviewer would: what is likely to mislead a model, a host or a person. */
export function lintModel(model: Model): readonly Problem[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  formats.default(ajv);
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
    const at = action.sources.override ?? action.sources.operation;
    return remarks.map(
      (remark): Problem => ({ ...remark, message: `${action.name}: ${remark.message}`, kind: "finding", at }),
    );
  });
}
