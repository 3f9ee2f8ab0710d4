import { asList, asObject, type Json, type JsonObject } from "../../shared/json.js";
import { TYPES } from "../../shared/keywords.js";
import { sortJson } from "../../shared/order.js";
import { resolveRef } from "../../shared/ref.js";
import { hasType, readTypes } from "./read-types.js";

/** What is known about the values that a schema of the document accepts. Less is known, more is accepted. */
export interface Profile {
  readonly types: ReadonlySet<string>;
  /** The only values, as text; undefined where they are not listed. */
  readonly values: ReadonlySet<string> | undefined;
  readonly minimum: number;
  readonly maximum: number;
  readonly required: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, Profile>;
  /** No other properties than `properties`. */
  readonly closed: boolean;
}

export const ANYTHING: Profile = {
  types: TYPES,
  values: undefined,
  minimum: -Infinity,
  maximum: Infinity,
  required: new Set(),
  properties: new Map(),
  closed: false,
};

/** How deep a profile looks into properties: what tells branches apart stands at the top, or just below. */
const DEPTH = 2;

/** Profiles of a document's schemas, each made once. `drops` says which properties a direction leaves out. */
export function createProfiles(
  document: JsonObject,
  drops: (property: Json | undefined) => boolean,
): (schema: Json) => Profile {
  const known = new Map<number, WeakMap<JsonObject, Profile>>();

  function profile(raw: Json, depth: number): Profile {
    const schema = resolveRef(document, raw, "")?.value;
    if (schema === undefined || depth < 0) return ANYTHING;
    const before = known.get(depth)?.get(schema);
    if (before !== undefined) return before;
    const here = known.get(depth) ?? new WeakMap<JsonObject, Profile>();
    known.set(depth, here.set(schema, ANYTHING));
    let found = own(schema, depth);
    for (const part of asList(schema.allOf)) found = join(found, profile(part, depth));
    for (const choices of [asList(schema.anyOf), asList(schema.oneOf)])
      if (choices.length > 0) found = join(found, either(choices.map((choice) => profile(choice, depth))));
    if (schema.nullable === true) found = { ...found, types: new Set([...found.types, "null"]) };
    here.set(schema, found);
    return found;
  }

  function own(schema: JsonObject, depth: number): Profile {
    const declared = readTypes(schema.type);
    const listed = schema.const !== undefined ? [schema.const] : schema.enum === undefined ? [] : asList(schema.enum);
    const properties = Object.entries(asObject(schema.properties) ?? {}).filter(([, property]) => !drops(property));
    const implied = schema.properties !== undefined ? ["object"] : schema.items !== undefined ? ["array"] : [...TYPES];
    const types = declared.length > 0 ? declared : listed.length > 0 ? [...TYPES] : implied;
    const fitting = listed.filter((value) => hasType(value, types));
    const kept = new Set(properties.map(([name]) => name));
    const dropped = Object.keys(asObject(schema.properties) ?? {}).filter((name) => !kept.has(name));
    return {
      types: new Set(
        listed.length > 0 ? types.filter((type) => listed.some((value) => hasType(value, [type]))) : types,
      ),
      values: listed.length > 0 ? new Set(fitting.map((value) => JSON.stringify(sortJson(value)))) : undefined,
      minimum: typeof schema.minimum === "number" ? schema.minimum : -Infinity,
      maximum: typeof schema.maximum === "number" ? schema.maximum : Infinity,
      required: new Set(
        asList(schema.required).filter((name): name is string => typeof name === "string" && !dropped.includes(name)),
      ),
      properties: new Map(properties.map(([name, property]) => [name, profile(property, depth - 1)])),
      closed: schema.additionalProperties === false && schema.patternProperties === undefined,
    };
  }

  return (schema) => profile(schema, DEPTH);
}

/** Both at once. */
function join(a: Profile, b: Profile): Profile {
  const properties = new Map(a.properties);
  for (const [name, other] of b.properties) {
    const before = properties.get(name);
    properties.set(name, before === undefined ? other : join(before, other));
  }
  const { values } = a;
  return {
    types: new Set([...a.types].filter((type) => hasKind(b.types, type))),
    values: values && b.values ? new Set([...values].filter((value) => b.values?.has(value))) : (values ?? b.values),
    minimum: Math.max(a.minimum, b.minimum),
    maximum: Math.min(a.maximum, b.maximum),
    required: new Set([...a.required, ...b.required]),
    properties,
    // The names that both parts allow are not known to be all of these.
    closed: a.closed && b.closed,
  };
}

/** One of several: what all of them have in common. */
function either(choices: readonly Profile[]): Profile {
  const listed = choices.every(({ values }) => values !== undefined);
  return {
    ...ANYTHING,
    types: new Set(choices.flatMap(({ types }) => [...types])),
    values: listed ? new Set(choices.flatMap(({ values }) => [...(values ?? [])])) : undefined,
    required: new Set(
      [...(choices[0]?.required ?? [])].filter((name) => choices.every((each) => each.required.has(name))),
    ),
  };
}

export function hasKind(types: ReadonlySet<string>, type: string): boolean {
  return types.has(type) || (type === "integer" && types.has("number")) || (type === "number" && types.has("integer"));
}
