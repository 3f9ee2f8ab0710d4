import type { JsonSchema } from "../model/types.js";
import type { Json, JsonObject } from "../shared/json.js";
import { ANNOTATIONS, DROPPED } from "../shared/keywords.js";
import { resolveRef } from "./resolve-ref.js";

type Schemas = Readonly<Record<string, JsonSchema>>;

/** Do both schemas take the same values, as far as their text tells? References are followed on either side. */
export function sameSchema(a: Json | undefined, b: Json | undefined, ofA: Schemas, ofB: Schemas): boolean {
  return same(a, b, ofA, ofB, new Set());
}

function same(a: Json | undefined, b: Json | undefined, ofA: Schemas, ofB: Schemas, open: Set<string>): boolean {
  const left = follow(a, ofA);
  const right = follow(b, ofB);
  if (left.name !== undefined || right.name !== undefined) {
    const pair = JSON.stringify([left.name, right.name]);
    // Met again on the way down: equal unless something else differs.
    if (left.name !== undefined && right.name !== undefined) {
      if (open.has(pair)) return true;
      open.add(pair);
    }
  }
  if (isObject(left.value) && isObject(right.value)) {
    const one = left.value;
    const other = right.value;
    const keys = new Set([...Object.keys(one), ...Object.keys(other)].filter((key) => !isAnnotation(key)));
    return [...keys].every((key) =>
      key === "properties" ? sameMap(one[key], other[key], ofA, ofB, open) : same(one[key], other[key], ofA, ofB, open),
    );
  }
  if (Array.isArray(left.value) && Array.isArray(right.value)) {
    const other = right.value;
    return left.value.length === other.length && left.value.every((each, i) => same(each, other[i], ofA, ofB, open));
  }
  return left.value === right.value;
}

/** Names of properties are not keywords: `title` counts here. */
function sameMap(a: Json | undefined, b: Json | undefined, ofA: Schemas, ofB: Schemas, open: Set<string>): boolean {
  if (!isObject(a) || !isObject(b)) return a === b;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name], ofA, ofB, open))
  );
}

function isAnnotation(key: string): boolean {
  return ANNOTATIONS.has(key) || DROPPED.has(key) || key === "$defs" || key.startsWith("x-");
}

function follow(value: Json | undefined, schemas: Schemas): { value: Json | undefined; name: string | undefined } {
  if (!isObject(value) || typeof value.$ref !== "string") return { value, name: undefined };
  const { name, target } = resolveRef(value.$ref, schemas);
  return target === undefined ? { value, name: undefined } : { value: target, name };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
