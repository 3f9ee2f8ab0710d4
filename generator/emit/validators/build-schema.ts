import type { Action, JsonSchema } from "../../model/types.js";
import { asList, isObject, type Json, type JsonObject } from "../../shared/json.js";
import { ASSERTIONS, KEYWORDS } from "../../shared/keywords.js";

/** Keywords that do not depend on sibling keywords. */
const single = new Set(
  [...ASSERTIONS].filter((key) => !["$ref", "dependentRequired", "maxContains", "minContains"].includes(key)),
);

/**
 * The schema that a validator is compiled from: what is enforced, without annotations, and with the action's
 * requirements as one keyword whose error names the rule.
 */
export function buildSchema(action: Action): JsonSchema {
  const { allOf, ...rest } = stripSchema(action.checkedSchema) as JsonObject;
  if (allOf === undefined) return rest;
  // The model puts each requirement under the root's allOf and nothing else; otherwise the standard form is kept.
  const told = Array.isArray(allOf) && allOf.length === action.require.length;
  return told ? { ...rest, require: action.require as unknown as Json } : { ...rest, allOf };
}

function stripSchema(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const entries = Object.entries(schema).flatMap(([key, value]): [string, Json][] => {
    switch (KEYWORDS.get(key)?.holds) {
      case "map":
        return isObject(value) ? [[key, mapValues(value, stripSchema)]] : [];
      case "list":
        return [[key, asList(value).map(stripSchema)]];
      case "schema":
        return [[key, stripSchema(value)]];
      default:
        return ASSERTIONS.has(key) ? [[key, value]] : [];
    }
  });
  return mergeNull(mergeParts(Object.fromEntries(entries)));
}

function mapValues(map: JsonObject, change: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value)]));
}

/**
 * A part of `allOf` that adds single checks to a schema is those checks, where the schema has no such keyword itself.
 */
function mergeParts(schema: JsonObject): JsonObject {
  const { allOf, ...rest } = schema;
  if (!Array.isArray(allOf) || "$ref" in rest) return schema;
  const merged: Record<string, Json> = { ...rest };
  const parts = allOf.filter((part: Json) => {
    const keys = isObject(part) ? Object.keys(part) : [];
    if (!isObject(part) || !keys.every((key) => single.has(key) && !Object.hasOwn(merged, key))) return true;
    Object.assign(merged, part);
    return false;
  });
  return parts.length === 0 ? merged : { ...merged, allOf: parts };
}

/** `anyOf: [X, null]` is equivalent to X with one more type, in a fifth of the code and with a clearer error. */
function mergeNull(schema: JsonObject): JsonObject {
  const { anyOf, ...rest } = schema;
  if (!Array.isArray(anyOf) || anyOf.length !== 2 || "type" in rest) return schema;
  const other = anyOf.find((each) => isObject(each) && each.type !== "null");
  const none = anyOf.find((each) => isObject(each) && each.type === "null" && Object.keys(each).length === 1);
  if (!isObject(other ?? null) || none === undefined) return schema;
  const { type, ...more } = other as JsonObject;
  // Keywords that look at values of any type would now meet null.
  const plain = !["$ref", "const", "enum", "not", "if", "allOf", "anyOf", "oneOf"].some((key) => key in more);
  if (type === undefined || !plain || Object.keys(more).some((key) => key in rest)) return schema;
  return { ...rest, ...more, type: [...(Array.isArray(type) ? type : [type]), "null"] };
}
