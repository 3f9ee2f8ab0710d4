import type { Action, JsonSchema } from "../model/types.js";
import { asObject } from "../shared/json.js";
import { visitBelow } from "../shared/walk-schema.js";
import type { Remark } from "./remark.js";

const SHORT = 20;
const LONG = 1024;

/** Phrases that speak to the model about other things than the tool: how poisoned descriptions work. */
const POISON: readonly RegExp[] = [
  /<\s*\/?\s*(?:important|system|instructions?|secret|admin)\b[^>]*>/i,
  /\b(?:ignore|disregard|forget|override)\b[^.]{0,40}\b(?:previous|prior|above|earlier|all|other)\b[^.]{0,30}\b(?:instructions?|rules?|prompts?|tools?|messages?)\b/i,
  /\b(?:do not|don't|never)\b[^.]{0,30}\b(?:tell|mention|inform|reveal|show|notify)\b[^.]{0,30}\b(?:user|human|anyone|operator)\b/i,
  /\b(?:before|after|instead of)\b[^.]{0,30}\b(?:using|calling|use|call|invoking)\b[^.]{0,20}\b(?:any|every|all) (?:other )?tools?\b/i,
  /\b(?:system prompt|hidden instructions?|jailbreak)\b/i,
  /(?:~|\$HOME|\/root|\/home\/\w+)\/\.(?:ssh|aws|config|cursor|env)\b|\bid_rsa\b|\/etc\/passwd\b/i,
  /\b(?:send|forward|post|upload|exfiltrate|copy)\b[^.]{0,60}\b(?:conversation|chat history|api keys?|credentials?|passwords?|secrets?)\b[^.]{0,40}\bto\b/i,
];

/** The words that a model reads. */
export function lintText(action: Action): readonly Remark[] {
  const { description } = action;
  const remarks: Remark[] = [];
  if (description.length < SHORT)
    remarks.push({
      code: "short-description",
      severity: "warning",
      message: `Its description has ${description.length} characters, too few to choose it by.`,
      fix: "Say what it does, when to take it, and when to take its neighbour.",
    });
  if (description.length > LONG)
    remarks.push({
      code: "long-description",
      severity: "warning",
      message: `Its description has ${description.length} characters; some hosts cut at ${LONG}.`,
      fix: "Shorten it.",
    });
  const words = [action.title, description, ...descriptionsIn(action.inputSchema)];
  for (const pattern of POISON) {
    const found = words.map((text) => pattern.exec(text)?.[0]).find((phrase) => phrase !== undefined);
    if (found !== undefined)
      remarks.push({
        code: "poisonous-text",
        severity: "warning",
        message: `Its text speaks to the model rather than about the tool: ${JSON.stringify(found)} (${action.operation.id}).`,
        fix: "Check where this text comes from, and replace it by a description in the overrides.",
      });
  }
  return remarks;
}

function descriptionsIn(schema: JsonSchema): readonly string[] {
  const found: string[] = [];
  const visit = (part: JsonSchema): void => {
    if (typeof part.description === "string") found.push(part.description);
    // Names and values are read as well.
    for (const name of Object.keys(asObject(part.properties) ?? {})) if (name.length > 40) found.push(name);
    visitBelow(part, visit);
  };
  visit(schema);
  return found;
}
