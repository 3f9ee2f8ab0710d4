import type { Json, JsonObject } from "../../shared/json.js";

/** Definitions already resolved, for each schema that owns them: a chain of references costs its length, not its paths. */
const resolved = new WeakMap<JsonObject, Map<string, JsonObject | undefined>>();

/**
 * The schema behind a value's `$ref`s, with the members of its `allOf` laid over each other.
 * Undefined for `true`, for nothing, and for a reference that only leads to itself.
 */
export function resolveSchema(schema: Json | undefined, root: JsonObject): JsonObject | undefined {
  if (!isObject(schema)) return undefined;
  if (typeof schema.$ref === "string") {
    const { $ref, ...rest } = schema;
    const target = resolveRef(schema.$ref, root);
    return target === undefined ? rest : { ...target, ...rest };
  }
  if (!Array.isArray(schema.allOf)) return schema;
  const { allOf, ...own } = schema;
  return (allOf as readonly Json[])
    .map((member) => resolveSchema(member, root))
    .filter((member) => member !== undefined)
    .reduceRight<JsonObject>((merged, member) => mergeSchemas(member, merged), own);
}

function resolveRef(ref: string, root: JsonObject): JsonObject | undefined {
  const known = resolved.get(root) ?? new Map<string, JsonObject | undefined>();
  resolved.set(root, known);
  if (known.has(ref)) return known.get(ref);
  // Holds the place while its own references are followed, so that a loop ends here.
  known.set(ref, undefined);
  const target = resolveSchema(readDefinition(ref, root), root);
  known.set(ref, target);
  return target;
}

function readDefinition(ref: string, root: JsonObject): Json | undefined {
  if (ref === "#") return root;
  const name = /^#\/\$defs\/([^/]+)$/.exec(ref)?.[1]?.replace(/~1/g, "/").replace(/~0/g, "~");
  if (name === undefined || !isObject(root.$defs)) return undefined;
  return Object.hasOwn(root.$defs, name) ? root.$defs[name] : undefined;
}

function mergeSchemas(first: JsonObject, second: JsonObject): JsonObject {
  const merged: Record<string, Json> = { ...first, ...second };
  if (isObject(first.properties) && isObject(second.properties)) {
    merged.properties = { ...first.properties, ...second.properties };
  }
  if (Array.isArray(first.required) && Array.isArray(second.required)) {
    merged.required = [...new Set([...first.required, ...second.required])] as Json[];
  }
  return merged;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
