import { asList, asObject, type Json } from "../../shared/json.js";
import { TYPES } from "../../shared/keywords.js";
import { joinPointer } from "../../shared/pointer.js";
import { defName } from "../../shared/ref.js";
import type { JsonSchema } from "../types.js";
import { findRecursive } from "./find-recursive.js";
import { hasKind } from "./profile-schema.js";
import { readTypes } from "./read-types.js";

/** A schema that no value fits. */
export interface Contradiction {
  readonly pointer: string;
  /** A sentence without its end: `minimum 5 is above maximum 3`. */
  readonly reason: string;
}

/** Finds what no value fits in schemas that refer to `defs`; each definition is judged once. */
export interface Satisfiability {
  /** Why no value fits a schema; undefined where one may. Nothing is claimed that is not certain. */
  judge(schema: JsonSchema, pointer: string): Contradiction | undefined;
}

export function createSatisfiability(
  defs: ReadonlyMap<string, JsonSchema>,
  places: ReadonlyMap<string, string>,
): Satisfiability {
  const known = new Map<string, Contradiction | undefined>();
  const types = new Map<string, ReadonlySet<string>>();
  const endless = findRecursive(new Map([...defs].map(([name, schema]) => [name, listNeeded(schema)])));

  function judge(schema: JsonSchema, pointer: string): Contradiction | undefined {
    const own = judgeOwn(schema);
    if (own !== undefined) return { pointer: joinPointer(pointer, ...own.keywords), reason: own.reason };
    const name = defName(schema);
    const target = name === undefined ? undefined : judgeDef(name);
    if (target !== undefined) return target;
    if (typesOf(schema).size === 0) return { pointer, reason: "its parts demand types that exclude each other" };
    for (const [index, part] of asList(schema.allOf).entries()) {
      const found = judgePart(part, joinPointer(pointer, "allOf", `${index}`));
      if (found !== undefined) return found;
    }
    for (const keyword of ["anyOf", "oneOf"]) {
      const all = asList(schema[keyword]).map((part, index) =>
        judgePart(part, joinPointer(pointer, keyword, `${index}`)),
      );
      if (all.length > 0 && all.every((found) => found !== undefined)) return all[0];
    }
    return judgeInside(schema, pointer);
  }

  function judgePart(part: Json | undefined, pointer: string): Contradiction | undefined {
    const schema = asObject(part);
    return schema === undefined ? undefined : judge(schema, pointer);
  }

  /** What an object or a list cannot do without. */
  function judgeInside(schema: JsonSchema, pointer: string): Contradiction | undefined {
    const only = readTypes(schema.type);
    if (only.length !== 1) return undefined;
    if (only[0] === "array" && Number(schema.minItems) > 0 && schema.prefixItems === undefined)
      return judgePart(schema.items, joinPointer(pointer, "items"));
    const properties = only[0] === "object" ? asObject(schema.properties) : undefined;
    for (const name of asList(schema.required)) {
      if (typeof name !== "string" || properties === undefined || !Object.hasOwn(properties, name)) continue;
      const found = judgePart(properties[name], joinPointer(pointer, "properties", name));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function judgeDef(name: string): Contradiction | undefined {
    if (known.has(name)) return known.get(name);
    const pointer = places.get(name) ?? "";
    if (endless.has(name)) return { pointer, reason: "it requires itself without end" };
    known.set(name, undefined);
    const found = judge(defs.get(name) ?? {}, pointer);
    known.set(name, found);
    return found;
  }

  function typesOf(schema: JsonSchema): ReadonlySet<string> {
    const own = readTypes(schema.type);
    let found: ReadonlySet<string> = own.length > 0 ? new Set(own) : TYPES;
    const meet = (other: ReadonlySet<string>): void => {
      found = new Set([...found].filter((type) => hasKind(other, type)));
    };
    const name = defName(schema);
    if (name !== undefined) meet(typesOfDef(name));
    for (const part of asList(schema.allOf)) meet(typesOf(asObject(part) ?? {}));
    for (const choices of [asList(schema.anyOf), asList(schema.oneOf)])
      if (choices.length > 0) meet(new Set(choices.flatMap((choice) => [...typesOf(asObject(choice) ?? {})])));
    return found;
  }

  function typesOfDef(name: string): ReadonlySet<string> {
    const before = types.get(name);
    if (before !== undefined) return before;
    types.set(name, TYPES);
    const found = typesOf(defs.get(name) ?? {});
    types.set(name, found);
    return found;
  }

  return { judge };
}

const RANGES = [
  ["minimum", "maximum"],
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
  ["minProperties", "maxProperties"],
] as const;

/** Keywords of one schema that exclude each other for every type that it allows. */
function judgeOwn(schema: JsonSchema): { readonly keywords: readonly string[]; readonly reason: string } | undefined {
  if (asObject(schema.not) !== undefined && Object.keys(asObject(schema.not) ?? {}).length === 0)
    return { keywords: [], reason: "it allows nothing" };
  const types = readTypes(schema.type);
  const applies = (keyword: string): boolean =>
    types.length > 0 && types.every((type) => (OF[type] ?? []).some((end) => keyword.endsWith(end)));
  for (const [least, most] of RANGES) {
    const [low, high] = [schema[least], schema[most]];
    if (typeof low === "number" && typeof high === "number" && low > high && applies(least))
      return { keywords: [least], reason: `\`${least}\` ${low} is above \`${most}\` ${high}` };
  }
  return undefined;
}

/** How the limits of a type end. */
const OF: Readonly<Record<string, readonly string[]>> = {
  string: ["Length"],
  number: ["imum"],
  integer: ["imum"],
  array: ["Items"],
  object: ["Properties"],
};

/** The definitions that every value of a schema holds a value of. */
function listNeeded(schema: JsonSchema): readonly string[] {
  const found: string[] = [];
  const visit = (part: JsonSchema): void => {
    const name = defName(part);
    if (name !== undefined) found.push(name);
    for (const below of asList(part.allOf)) visit(asObject(below) ?? {});
    const types = readTypes(part.type);
    if (types.length !== 1) return;
    const properties = types[0] === "object" ? asObject(part.properties) : undefined;
    for (const name of asList(part.required))
      if (typeof name === "string" && properties !== undefined && Object.hasOwn(properties, name))
        visit(asObject(properties[name]) ?? {});
    if (types[0] === "array" && Number(part.minItems) > 0 && part.prefixItems === undefined)
      visit(asObject(part.items) ?? {});
  };
  visit(schema);
  return found;
}
