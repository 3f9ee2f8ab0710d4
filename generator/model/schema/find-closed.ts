import { asList, asObject, type Json, type JsonObject } from "../../shared/json.js";
import { resolveRef } from "../../shared/ref.js";

/** More schemas than this are not searched for names: closing them together is left to the document. */
const MAX_VISITED = 500;

/**
 * The names of all properties of a schema and its parts, where one of them is closed and refuses what another one
 * declares; undefined where they get along.
 */
export function findClosed(document: JsonObject, schema: JsonObject): ReadonlySet<string> | undefined {
  const parts = asList(schema.allOf).flatMap((part): readonly JsonObject[] => {
    const resolved = resolveRef(document, part, "");
    return resolved === undefined ? [] : [resolved.value];
  });
  const combined = parts.length > 0 || schema.anyOf !== undefined || schema.oneOf !== undefined;
  const closed = [schema, ...parts].filter((part) => part.additionalProperties === false);
  if (!combined || closed.length === 0 || closed.some((part) => part.patternProperties !== undefined)) return undefined;
  const names = new Set<string>();
  const seen = new Set<JsonObject>();
  if (!collectNames(document, schema, names, seen)) return undefined;
  const refuses = closed.some((part) => {
    const own = asObject(part.properties) ?? {};
    return [...names].some((name) => !Object.hasOwn(own, name));
  });
  return refuses ? names : undefined;
}

/** Whether all names were found. */
function collectNames(document: JsonObject, schema: JsonObject, names: Set<string>, seen: Set<JsonObject>): boolean {
  if (seen.has(schema)) return true;
  seen.add(schema);
  if (seen.size > MAX_VISITED || schema.patternProperties !== undefined) return false;
  for (const name of Object.keys(asObject(schema.properties) ?? {})) names.add(name);
  const lists: readonly (Json | undefined)[] = [schema.allOf, schema.anyOf, schema.oneOf];
  return lists.flatMap(asList).every((part) => {
    const resolved = resolveRef(document, part, "");
    return resolved === undefined || collectNames(document, resolved.value, names, seen);
  });
}
