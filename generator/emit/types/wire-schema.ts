import { asList, asObject, asText, type Json, type JsonObject, ownValue } from "../../shared/json.js";
import { TYPES } from "../../shared/keywords.js";
import { narrowBranches } from "./narrow-branches.js";
import { wireNote } from "./wire-note.js";
import type { WireRefs } from "./wire-refs.js";

/** What the form of a schema depends on besides the schema. */
export interface WireScope {
  readonly refs: WireRefs;
  /** OpenAPI 3.0 ignores what stands beside a `$ref`. */
  readonly siblings: boolean;
  /** Whether `required` may name properties of the schema behind a reference. */
  isPlain(ref: string): boolean;
}

/** The keywords that have a meaning for values of one type alone. */
const OF_TYPE: Readonly<Record<string, readonly string[]>> = {
  object: ["properties", "required", "additionalProperties", "patternProperties"],
  array: ["items", "prefixItems"],
};

const SHAPES: ReadonlySet<string> = new Set(
  "$ref const enum type properties additionalProperties patternProperties allOf anyOf oneOf".split(" "),
);

const MAPS: ReadonlySet<string> = new Set(["properties", "patternProperties"]);

/**
 * A schema in the few forms that openapi-typescript prints as the type that they mean: a reference, a constant, a list of
 * values, one type with its keywords, or a combination. Keywords that do not change a type are left out.
 */
export function buildWireSchema(raw: Json | undefined, scope: WireScope): JsonObject {
  if (raw === false) return { enum: [] };
  const schema = asObject(raw);
  if (schema === undefined) return {};
  const note = wireNote(schema);
  if (typeof schema.$ref === "string") return { ...note, ...buildReference(schema, schema.$ref, scope) };
  if (schema.const === null) return { ...note, type: "null" };
  if (schema.const !== undefined) return { ...note, const: schema.const };
  const named = [schema.type].flat().filter((type): type is string => typeof type === "string" && TYPES.has(type));
  const nullable = schema.nullable === true ? { nullable: true } : {};
  if (Array.isArray(schema.enum)) {
    // Beside `type: object` it would take the values for schemas.
    const type =
      named.length === 0 || named.includes("object") ? {} : { type: named.length === 1 ? (named[0] ?? "") : named };
    return { ...note, ...type, ...nullable, enum: schema.enum };
  }
  const types = named.filter((type) => type !== "null");
  if (types.length === 0 && named.length > 0) return { ...note, type: "null" };
  const orNull = named.length > types.length ? { nullable: true } : nullable;
  return { ...note, ...combine(buildCore(schema, types, scope), schema, scope), ...orNull };
}

function buildReference(schema: JsonObject, ref: string, scope: WireScope): JsonObject {
  const known = scope.refs.refTo(ref);
  const target: JsonObject = known === undefined ? {} : { $ref: known };
  const { $ref: _, description: __, title: ___, ...beside } = schema;
  const restricts = ["properties", "required", "allOf", "anyOf", "oneOf"].some((key) => Object.hasOwn(beside, key));
  if (!scope.siblings || !restricts) return target;
  return { allOf: [guard(target, scope), buildWireSchema(beside, scope)] };
}

/** The part of a schema that says what a value is by itself. */
function buildCore(schema: JsonObject, types: readonly string[], scope: WireScope): JsonObject {
  const [only, ...others] = types;
  if (only === undefined) return buildKeywords(schema, "object", scope);
  if (others.length === 0) return { type: only, ...buildKeywords(schema, only, scope) };
  return { anyOf: types.map((type) => ({ type, ...buildKeywords(schema, type, scope) })) };
}

function buildKeywords(schema: JsonObject, type: string, scope: WireScope): JsonObject {
  const kept = (Object.hasOwn(OF_TYPE, type) ? OF_TYPE[type] : []) ?? [];
  const entries = kept.flatMap((keyword): [string, Json][] => {
    const value = ownValue(schema, keyword);
    if (value === undefined || (keyword === "additionalProperties" && value === false)) return [];
    if (keyword === "required") return [[keyword, asList(value).filter((name) => typeof name === "string")]];
    // Lists of items had the name `items` before JSON Schema 2020-12.
    if (Array.isArray(value)) return [["prefixItems", value.map((item: Json) => buildWireSchema(item, scope))]];
    return [[keyword, MAPS.has(keyword) ? buildMap(value, scope) : buildWireSchema(value, scope)]];
  });
  return Object.fromEntries(entries);
}

function buildMap(schemas: Json, scope: WireScope): JsonObject {
  const entries = Object.entries(asObject(schemas) ?? {});
  return Object.fromEntries(entries.map(([name, each]) => [name, buildWireSchema(each, scope)]));
}

/** Beside other keywords, openapi-typescript adds the choices of `anyOf` to them instead of restricting them. */
function combine(core: JsonObject, schema: JsonObject, scope: WireScope): JsonObject {
  const parts = asList(schema.allOf).map((part) => guard(buildWireSchema(part, scope), scope));
  const choices = (["anyOf", "oneOf"] as const).flatMap((keyword): JsonObject[] => {
    const built = asList(schema[keyword]).map((branch) => buildWireSchema(branch, scope));
    const branches = narrowBranches(built, asObject(schema.discriminator), scope);
    // A branch that says nothing about the type, such as `required` alone, leaves the union without a meaning.
    return branches.length === 0 || branches.some(isOpen) ? [] : [{ [keyword]: branches }];
  });
  const bare = Object.keys(core).every((key) => key === "type") && core.type === "object";
  const [first, ...more] = choices;
  if (parts.length === 0 && first === undefined) return core;
  if ((bare || Object.keys(core).length === 0) && parts.length === 0 && first !== undefined && more.length === 0)
    return first;
  if (Object.hasOwn(core, "anyOf")) return { allOf: [core, ...parts, ...choices] };
  return { ...core, allOf: [...parts, ...choices] };
}

function isOpen(branch: JsonObject): boolean {
  return !Object.keys(branch).some((keyword) => SHAPES.has(keyword));
}

/** Behind a choice of one, a reference takes no part in what its neighbours require. */
function guard(part: JsonObject, scope: WireScope): JsonObject {
  const ref = asText(part.$ref);
  return ref === "" || scope.isPlain(ref) ? part : { anyOf: [part] };
}
