import type { StoredMemory } from "../types.js";

interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** Maximum depth; a schema may refer to itself. */
const DEPTH = 5;

/**
 * Fills the schema of an export as far as possible without a language model: a string contains the sentences of the
 * memories, a list has one item per memory, and a number is their count. The schema must be valid.
 */
export function fillSchema(schema: Schema, memories: readonly StoredMemory[]): Record<string, unknown> {
  const value = fill(schema, memories, schema.$defs ?? {}, 0);
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : { result: value };
}

function fill(
  schema: Schema,
  memories: readonly StoredMemory[],
  definitions: Readonly<Record<string, Schema>>,
  depth: number,
): unknown {
  const name = schema.$ref?.match(/^#\/\$defs\/([^/]+)$/)?.[1];
  const { type, properties, items = {}, ...rest } = name === undefined ? schema : (definitions[name] ?? {});
  if (rest.const !== undefined) return rest.const;
  if (rest.enum !== undefined) return rest.enum[0];
  switch (typeof type === "string" ? type : (type?.[0] ?? (properties ? "object" : "string"))) {
    case "object":
      return Object.fromEntries(
        Object.entries(depth < DEPTH ? (properties ?? {}) : {}).map(([key, property]) => [
          key,
          fill(property, memories, definitions, depth + 1),
        ]),
      );
    case "array":
      return depth < DEPTH ? memories.map((memory) => fill(items, [memory], definitions, depth + 1)) : [];
    case "integer":
    case "number":
      return memories.length;
    case "boolean":
      return memories.length > 0;
    case "null":
      return null;
    default:
      return memories.map((memory) => memory.text).join(" ");
  }
}
