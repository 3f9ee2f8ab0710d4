import { createRequire } from "node:module";
import type { Ajv2020, ErrorObject } from "ajv/dist/2020.js";
import type { Action } from "../model/types.js";
import { patternLimit } from "../shared/patterns/pattern-limit.js";
import { splitPointer } from "../shared/pointer.js";
import type { Remark } from "./lint-model.js";

/**
 * Checks the examples of the overrides: the validator accepts or rejects each one as declared, and because of the
 * declared argument.
 */
export function checkExamples(action: Action, ajv: Ajv2020): readonly Remark[] {
  const { examples, checkedSchema } = action;
  if (examples.accept.length + examples.refuse.length === 0) return [];
  const validate = ajv.compile(checkedSchema);
  const remarks: Remark[] = [];
  const fail = (message: string): void => {
    remarks.push({
      code: "example-fails",
      severity: "error",
      message,
      fix: "Fix the example, or the schema of the argument.",
    });
  };
  for (const args of examples.accept)
    if (!validate(args)) {
      const [error] = validate.errors ?? [];
      fail(`${JSON.stringify(args)} should be accepted: ${error?.instancePath || "the call"} ${error?.message}.`);
    }
  for (const { args, field } of examples.refuse) {
    if (validate(args)) fail(`${JSON.stringify(args)} should be rejected because of "${field}".`);
    else if (!(validate.errors ?? []).some((error) => namesField(error, field, action)))
      fail(`${JSON.stringify(args)} is rejected, but not because of "${field}".`);
  }
  return remarks;
}

function namesField({ instancePath, params, schemaPath }: ErrorObject, field: string, { require }: Action): boolean {
  const named = [params.missingProperty, params.additionalProperty, params.propertyName];
  if (splitPointer(instancePath).includes(field) || named.includes(field)) return true;
  // A rule between arguments fails at the root and may name none of them; its place under the root's allOf tells which
  // it is.
  const rule = require[Number(/^#\/allOf\/(\d+)\//.exec(schemaPath)?.[1])];
  return rule !== undefined && Object.values(rule).flat().includes(field);
}

/** A validator for the examples of tools. Ajv is required here, since only this room needs it at run time. */
export function createAjv(): Ajv2020 {
  const require = createRequire(import.meta.url);
  const { Ajv2020 } = require("ajv/dist/2020.js") as typeof import("ajv/dist/2020.js");
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false, code: { regExp: boundRegExp } });
  (require("ajv-formats") as typeof import("ajv-formats")).default(ajv);
  return ajv;
}

/** A pattern as validators run it: on texts up to the length at which it is still quick. */
const boundRegExp = Object.assign(
  (pattern: string, flags: string) => {
    const regExp = new RegExp(pattern, flags);
    const limit = patternLimit(pattern);
    return { test: (text: string) => text.length > limit || regExp.test(text) };
  },
  { code: "boundRegExp" },
);
