import type { JsonSchema } from "../model/types.js";
import { isObject, type Json } from "../shared/json.js";
import { ANNOTATIONS } from "../shared/keywords.js";
import { defName, readDef } from "../shared/ref.js";

type Schemas = Readonly<Record<string, JsonSchema>>;

/** Whether both schemas accept the same values, judged by their text. References are followed on either side. */
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
    const keys = new Set(
      [...Object.keys(one), ...Object.keys(other)].filter((key) => !ANNOTATIONS.has(key) && key !== "$defs"),
    );
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

function follow(value: Json | undefined, schemas: Schemas): { value: Json | undefined; name: string | undefined } {
  const target = readDef(value, schemas);
  return target === undefined ? { value, name: undefined } : { value: target, name: defName(value) };
}
