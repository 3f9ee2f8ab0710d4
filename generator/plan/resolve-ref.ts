import type { JsonSchema } from "../model/types.js";

/** The schema that `#/$defs/Name` names, with its name. */
export function resolveRef(
  ref: string,
  schemas: Readonly<Record<string, JsonSchema>>,
): { readonly name: string | undefined; readonly target: JsonSchema | undefined } {
  const match = /^#\/\$defs\/([^/]+)$/.exec(ref);
  if (match?.[1] === undefined) return { name: undefined, target: undefined };
  const name = match[1].replaceAll("~1", "/").replaceAll("~0", "~");
  return { name, target: Object.hasOwn(schemas, name) ? schemas[name] : undefined };
}
