import { asList, asObject, type JsonObject } from "../../shared/json.js";
import { readDef } from "../../shared/ref.js";
import { readTypes } from "../schema/read-types.js";
import type { Input } from "./types.js";

/**
 * An object that is sent as one parameter for each member (`form` with explode) may not have a member with the name of
 * another parameter: whichever a service reads, one of the two would be overwritten. Members that the schema declares
 * are the document's own choice.
 *
 * @param constants - the keys of the query that the path has a value for
 */
export function keepApart(
  inputs: readonly Input[],
  constants: readonly string[],
  defs: ReadonlyMap<string, JsonObject>,
): readonly Input[] {
  return inputs.map((input) => {
    if (!isSpread(input)) return input;
    const others = inputs.filter((other) => other !== input && other.in === input.in).map(({ name }) => name);
    const { declared, open } = readMembers(input.schema, defs);
    const taken = [...others, ...(input.in === "query" ? constants : [])].filter((name) => !declared.has(name));
    if (!open || taken.length === 0) return input;
    return { ...input, check: { propertyNames: { not: { enum: taken } } } };
  });
}

function isSpread({ compound, explode, in: place, style }: Input): boolean {
  const isNamed = place === "query" ? style === "form" : place === "cookie" && (style === "form" || style === "cookie");
  return compound === true && explode && isNamed;
}

/** The names that a schema or a part of it declares, and whether it allows others. */
function readMembers(
  schema: JsonObject,
  defs: ReadonlyMap<string, JsonObject>,
): { readonly declared: ReadonlySet<string>; readonly open: boolean } {
  const declared = new Set<string>();
  const parts = new Set([schema]);
  let open = false;
  // The set grows: a part may refer to further ones, and to itself.
  for (const part of parts) {
    for (const name of Object.keys(asObject(part.properties) ?? {})) declared.add(name);
    const below = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => asList(part[keyword]).map(asObject));
    for (const each of [...below, readDef(part, defs)]) if (each !== undefined) parts.add(each);
    const types = readTypes(part.type);
    const isLeaf = part.$ref === undefined && below.length === 0 && (types.length === 0 || types.includes("object"));
    open ||= isLeaf && part.additionalProperties !== false;
  }
  return { declared, open };
}
