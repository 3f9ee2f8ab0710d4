import type { Ajv2020 } from "ajv/dist/2020.js";
import type { Action } from "../model/types.js";
import type { Remark } from "./remark.js";

/** Examples of the overrides against what is enforced: each accepted or refused as it says, and for the field it says. */
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
      fix: "Correct the example, or the schema of the argument.",
    });
  };
  for (const args of examples.accept)
    if (!validate(args)) {
      const [error] = validate.errors ?? [];
      fail(`${JSON.stringify(args)} should be accepted: ${error?.instancePath || "the arguments"} ${error?.message}.`);
    }
  for (const { args, field } of examples.refuse) {
    if (validate(args)) fail(`${JSON.stringify(args)} should be refused for "${field}".`);
    else if (!namesField(validate.errors ?? [], field) && !requirementNames(action, field))
      fail(`${JSON.stringify(args)} is refused, but not for "${field}".`);
  }
  return remarks;
}

function namesField(errors: NonNullable<ReturnType<Ajv2020["compile"]>["errors"]>, field: string): boolean {
  return errors.some(({ instancePath, params }) => {
    const named = [params.missingProperty, params.additionalProperty, params.propertyName];
    return instancePath.split("/").includes(field) || named.includes(field);
  });
}

/** A requirement between arguments fails at the root, and names no argument in its error. */
function requirementNames({ require }: Action, field: string): boolean {
  return require.some((requirement) => Object.values(requirement).flat().includes(field));
}
