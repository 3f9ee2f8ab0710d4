import type { Action, JsonSchema } from "../model/types.js";
import { asObject } from "../shared/json.js";
import { findSuspiciousPhrases } from "../shared/suspicious-phrases.js";
import { visitBelow } from "../shared/walk-schema.js";
import type { Remark } from "./lint-model.js";

const SHORT = 20;
const LONG = 1024;

/** The text that a model reads. */
export function lintText(action: Action): readonly Remark[] {
  const { description, operation } = action;
  const remarks: Remark[] = [];
  if (description.length < SHORT)
    remarks.push({
      code: "short-description",
      severity: "warning",
      message: `Its description has only ${description.length} characters, which is too short to choose the tool by.`,
      fix: "Say what it does, when to use it, and when to use another tool instead.",
    });
  if (description.length > LONG)
    remarks.push({
      code: "long-description",
      severity: "warning",
      message: `Its description has ${description.length} characters; some hosts truncate at ${LONG}.`,
      fix: "Shorten it.",
    });
  // What comes from the document alone is checked where it is taken over.
  const texts = action.override === undefined ? [] : [action.title, description, ...textsIn(action.inputSchema)];
  for (const phrase of new Set(texts.flatMap(findSuspiciousPhrases)))
    remarks.push({
      code: "instruction-phrase",
      severity: "warning",
      message: `Its text gives the model an instruction instead of describing the tool: ${JSON.stringify(phrase)} (${operation.id}).`,
      fix: "Check where this text comes from, and replace it with a description in the overrides.",
    });
  return remarks;
}

/** Descriptions of a schema, and names that are long enough to be a text. */
function textsIn(schema: JsonSchema): readonly string[] {
  const found: string[] = [];
  const visit = (part: JsonSchema): void => {
    if (typeof part.description === "string") found.push(part.description);
    for (const name of Object.keys(asObject(part.properties) ?? {})) if (name.length > 40) found.push(name);
    visitBelow(part, visit);
  };
  visit(schema);
  return found;
}
