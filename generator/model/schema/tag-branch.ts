import { asList, asObject, type Json, type JsonObject } from "../../shared/json.js";
import { resolveRef } from "../../shared/ref.js";
import { readTypes } from "./read-types.js";
import { convert } from "./settle-values.js";

/** A property of a schema, of its own or from a part of its `allOf`, and the values that it lists. */
export interface Declared {
  readonly property: JsonObject;
  /** undefined where it does not list any. */
  readonly values: readonly Json[] | undefined;
}

/** How a schema declares a property, seen through `allOf`; its own words come first. */
export function findProperty(
  document: JsonObject,
  schema: JsonObject,
  name: string,
  seen: Set<JsonObject> = new Set(),
): Declared | undefined {
  if (seen.has(schema)) return undefined;
  seen.add(schema);
  const properties = asObject(schema.properties);
  if (properties !== undefined && Object.hasOwn(properties, name)) {
    const property = resolveRef(document, properties[name], "")?.value ?? {};
    const values = property.const !== undefined ? [property.const] : asList(property.enum);
    return { property, values: values.length > 0 ? values : undefined };
  }
  for (const part of asList(schema.allOf)) {
    const resolved = resolveRef(document, part, "");
    const found = resolved && findProperty(document, resolved.value, name, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The values by which a branch is chosen: those of the mapping, else its name, as the property of the branch knows them.
 * undefined where the branch does not say.
 */
export function chooseValues(
  mapped: readonly string[],
  name: string | undefined,
  declared: Declared | undefined,
): readonly Json[] | undefined {
  const types = readTypes(declared?.property.type);
  const asDeclared = (value: string): Json => (types.length === 0 ? value : (convert(value, types) ?? value));
  if (mapped.length > 0) return mapped.map(asDeclared);
  const listed = declared?.values;
  if (listed?.length === 1) return listed;
  if (name === undefined) return undefined;
  if (listed === undefined) return [asDeclared(name)];
  // Names are written in many ways, and the list of the property is the one that the service reads.
  const plain = (value: Json): string => `${value}`.toLowerCase().replace(/[^a-z0-9]/g, "");
  const meant = listed.filter((value) => value === name);
  const alike = meant.length > 0 ? meant : listed.filter((value) => plain(value) === plain(name));
  return alike.length > 0 ? alike : undefined;
}

/** The schema with the property required, and limited to these values. */
export function tagBranch(
  schema: JsonObject,
  name: string,
  values: readonly Json[] | undefined,
  declared: Declared | undefined,
): JsonObject {
  const required = asList(schema.required);
  const [only, ...others] = values ?? [];
  const described = declared?.property.description;
  const tag = {
    ...(described !== undefined && { description: described }),
    ...(only !== undefined && (others.length > 0 ? { enum: [only, ...others] } : { const: only })),
  };
  return {
    ...schema,
    ...(schema.type === undefined && { type: "object" }),
    ...(values !== undefined && { properties: { ...asObject(schema.properties), [name]: tag } }),
    required: required.includes(name) ? required : [...required, name],
  };
}
