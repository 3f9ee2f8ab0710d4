import type { Action, JsonSchema } from "../model/types.js";
import { asList, asObject } from "../shared/json.js";
import { ANY_TYPE, CONDITIONS } from "../shared/keywords.js";
import { visitBelow } from "../shared/walk-schema.js";
import type { Remark } from "./lint-model.js";

const MAX_ENUM = 1000;
const MAX_DEPTH = 10;
const SAYS_TYPE = [...ANY_TYPE].filter((keyword) => !CONDITIONS.has(keyword));

/** The shape of the arguments: what models fill in badly, and what providers reject. */
export function lintSchema(action: Action): readonly Remark[] {
  const remarks = new Map<string, Remark>();
  const warn = (code: string, message: string, fix: string): void => {
    remarks.set(`${code} ${message}`, { code, severity: "warning", message, fix });
  };
  for (const argument of action.arguments) {
    const name = `The argument "${argument.name}"`;
    if (!SAYS_TYPE.some((keyword) => keyword in argument.schema))
      warn(
        "argument-without-type",
        `${name} has no type.`,
        "Declare it in the document, or add a `schema` in the overrides.",
      );
    const visit = (schema: JsonSchema, depth: number): void => {
      if (depth > MAX_DEPTH) {
        warn("deep-schema", `${name} is nested more than ${MAX_DEPTH} levels deep.`, "Narrow it with a `schema`.");
        return;
      }
      const values = asList(schema.enum).length;
      if (values > MAX_ENUM)
        warn("large-enum", `${name} lists ${values} values.`, "Describe the values instead of listing them.");
      const items = asObject(schema.items);
      if (schema.type === "array" && items !== undefined && Object.keys(items).length === 0)
        warn("array-without-items", `${name} has a list without a type for its items.`, "Declare `items`.");
      visitBelow(schema, (below) => visit(below, depth + 1));
    };
    visit(argument.schema, 1);
  }
  return [...remarks.values()];
}
