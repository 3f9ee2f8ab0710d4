import { asList, asObject } from "../../shared/json.js";
import type { JsonSchema } from "../types.js";
import { findRecursive } from "./find-recursive.js";

const SAME_VALUE = ["allOf", "anyOf", "oneOf"];
const SAME_VALUE_ONE = ["not", "if", "then", "else"];

/** Definitions that apply themselves to the very same value: a validator would never come to an end. */
export function findEndless(defs: ReadonlyMap<string, JsonSchema>): ReadonlySet<string> {
  const edges = new Map<string, string[]>();
  for (const [name, schema] of defs) {
    const found: string[] = [];
    collect(schema, found);
    if (found.length > 0) edges.set(name, found);
  }
  return findRecursive(edges);
}

function collect(schema: JsonSchema, found: string[]): void {
  if (typeof schema.$ref === "string") found.push(schema.$ref.slice("#/$defs/".length));
  const below = [
    ...SAME_VALUE.flatMap((keyword) => asList(schema[keyword])),
    ...SAME_VALUE_ONE.map((keyword) => schema[keyword]),
    ...Object.values(asObject(schema.dependentSchemas) ?? {}),
  ];
  for (const part of below) {
    const object = asObject(part);
    if (object !== undefined) collect(object, found);
  }
}
