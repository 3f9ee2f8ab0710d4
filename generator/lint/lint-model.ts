import type { Model } from "../model/types.js";
import type { Finding } from "../shared/problems.js";
import { checkExamples, createAjv } from "./check-examples.js";
import { lintNeighbours } from "./lint-neighbours.js";
import { lintSchema } from "./lint-schema.js";
import { lintText } from "./lint-text.js";
import { lintTool } from "./lint-tool.js";

/** A finding of one rule about one tool; `lintModel` adds the place. */
export type Remark = Pick<Finding, "code" | "severity" | "message" | "fix">;

/** Reviews the tools: finds what is likely to mislead a model, a host or a person. */
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
    const at = action.override ?? action.operation.origin;
    return remarks.map(
      (remark): Finding => ({ ...remark, message: `${action.name}: ${remark.message}`, kind: "finding", at }),
    );
  });
}
