import { asList, isObject, type Json, type JsonObject, ownValue } from "../../shared/json.js";
import { defName } from "../../shared/ref.js";

/** Definitions already resolved, for each schema that owns them, so that resolving is linear. */
const resolved = new WeakMap<JsonObject, Map<string, JsonObject | undefined>>();

/** Schemas already merged, for each owner: the same schema gives the same object, by which readers know it again. */
const merged = new WeakMap<JsonObject, WeakMap<JsonObject, JsonObject | undefined>>();

/**
 * The schema behind a value's `$ref`s, with the members of its `allOf` merged into it.
 * Undefined for `true`, for nothing, and for a reference that only leads to itself.
 */
export function resolveSchema(schema: Json | undefined, root: JsonObject): JsonObject | undefined {
  if (!isObject(schema)) return undefined;
  if (schema.$ref === undefined && schema.allOf === undefined) return schema;
  const known = merged.get(root) ?? new WeakMap<JsonObject, JsonObject | undefined>();
  merged.set(root, known);
  if (!known.has(schema)) known.set(schema, mergeSchema(schema, root));
  return known.get(schema);
}

function mergeSchema(schema: JsonObject, root: JsonObject): JsonObject | undefined {
  if (typeof schema.$ref === "string") {
    const { $ref, ...rest } = schema;
    return { ...resolveDefinition(defName(schema), root), ...rest };
  }
  const { allOf, ...own } = schema;
  return asList(allOf)
    .map((member) => resolveSchema(member, root))
    .filter((member) => member !== undefined)
    .reduceRight<JsonObject>((merged, member) => mergeSchemas(member, merged), own);
}

function resolveDefinition(name: string | undefined, root: JsonObject): JsonObject | undefined {
  if (name === undefined) return undefined;
  const known = resolved.get(root) ?? new Map<string, JsonObject | undefined>();
  resolved.set(root, known);
  if (known.has(name)) return known.get(name);
  // Placeholder, so that a circular reference ends here.
  known.set(name, undefined);
  const target = resolveSchema(ownValue(root.$defs, name), root);
  known.set(name, target);
  return target;
}

function mergeSchemas(first: JsonObject, second: JsonObject): JsonObject {
  const merged: Record<string, Json> = { ...first, ...second };
  if (isObject(first.properties) && isObject(second.properties)) {
    merged.properties = { ...first.properties, ...second.properties };
  }
  if (Array.isArray(first.required) && Array.isArray(second.required)) {
    merged.required = [...new Set([...asList(first.required), ...asList(second.required)])];
  }
  return merged;
}
