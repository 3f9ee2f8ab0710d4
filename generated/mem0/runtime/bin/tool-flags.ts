import type { AnyTool, JsonSchema } from "../types.js";
import type { Flag } from "./parse-flags.js";

/** A flag for each argument of a tool, except those with the name of a flag of the command: they need `--json`. */
export function buildToolFlags({ inputSchema, operation }: AnyTool, taken: readonly Flag[]): readonly Flag[] {
  const properties = Object.entries((inputSchema["properties"] ?? {}) as Record<string, JsonSchema>);
  const spelled = (name: string): string => name.replaceAll("_", "-");
  return properties
    .filter(([name]) => !taken.some((flag) => spelled(flag.name) === spelled(name)))
    .map(([name, schema]) => {
      const types = readTypes(schema);
      const takes = types.every((type) => type === "boolean") ? "switch" : types.includes("array") ? "texts" : "text";
      return { name, takes, value: describeType(schema, operation.files?.arguments.includes(name)) };
    });
}

/** The JSON types that a schema allows, in its own order; empty when it does not say. */
export function readTypes(schema: JsonSchema): readonly string[] {
  const { type, anyOf, oneOf, enum: values } = schema;
  if (type !== undefined) return [type].flat() as string[];
  const inner = (anyOf ?? oneOf) as readonly JsonSchema[] | undefined;
  if (inner) return [...new Set(inner.flatMap(readTypes))];
  return [...new Set(((values ?? []) as unknown[]).map((value) => (value === null ? "null" : typeof value)))];
}

/** The placeholder of a value in help: `integer`, `a|b|c`, `json`; of a file `path|json`. */
export function describeType(schema: JsonSchema, isFile: boolean = false): string {
  if (schema["enum"]) return (schema["enum"] as unknown[]).map(String).join("|");
  const words = readTypes(schema).map((type) => {
    if (type === "array") return `${describeType((schema["items"] ?? {}) as JsonSchema, isFile)} ...`;
    return type === "string" ? "text" : type === "object" ? (isFile ? "path|json" : "json") : type;
  });
  return words.join("|") || "json";
}
