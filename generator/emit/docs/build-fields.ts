import type { Json, JsonObject } from "../../shared/json.js";
import { buildConstraints } from "./build-constraints.js";
import { buildTypeText } from "./build-type-text.js";
import { resolveSchema } from "./resolve-schema.js";
import type { FieldDoc } from "./tool-doc.js";

/** Where a walk through a schema stands. */
interface Place {
  /** Path of the value: `messages[]`. */
  readonly path: string;
  /** Objects entered so far. */
  readonly level: number;
  /** References followed so far: one that comes again is a loop, shown once. */
  readonly refs: readonly string[];
}

/** Objects inside objects that a table still follows. */
const levels = 3;

/** The fields inside an object or a list of objects, each under its path from `path`; stops when the reader does. */
export function* buildFields(
  schema: Json | undefined,
  root: JsonObject,
  path: string,
  level: number,
): Generator<FieldDoc, void> {
  const seen = new Set<string>();
  for (const field of walk(schema, root, { path, level, refs: [] })) {
    if (seen.has(field.name)) continue;
    seen.add(field.name);
    yield field;
  }
}

function* walk(schema: Json | undefined, root: JsonObject, at: Place): Generator<FieldDoc, void> {
  const ref = typeof schema === "object" && schema !== null ? (schema as JsonObject).$ref : undefined;
  const resolved = resolveSchema(schema, root);
  if (resolved === undefined || at.level >= levels) return;
  if (typeof ref === "string" && at.refs.includes(ref)) return;
  const inside = typeof ref === "string" ? { ...at, refs: [...at.refs, ref] } : at;
  if (resolved.items !== undefined) yield* walk(resolved.items, root, { ...inside, path: `${at.path}[]` });
  const required = Array.isArray(resolved.required) ? (resolved.required as Json[]) : [];
  for (const [name, property] of listEntries(resolved.properties)) {
    const path = at.path === "" ? name : `${at.path}.${name}`;
    yield buildField(path, property, root, required.includes(name));
    yield* walk(property, root, { ...inside, path, level: at.level + 1 });
  }
  for (const list of [resolved.anyOf, resolved.oneOf]) {
    for (const branch of Array.isArray(list) ? (list as Json[]) : []) yield* walk(branch, root, inside);
  }
}

function listEntries(properties: Json | undefined): readonly (readonly [string, Json])[] {
  return typeof properties === "object" && properties !== null ? Object.entries(properties as JsonObject) : [];
}

function buildField(name: string, schema: Json, root: JsonObject, required: boolean): FieldDoc {
  const resolved = resolveSchema(schema, root);
  return {
    name,
    type: buildTypeText(schema, root),
    required,
    default: resolved?.default === undefined ? "" : JSON.stringify(resolved.default),
    description: typeof resolved?.description === "string" ? resolved.description : "",
    constraints: buildConstraints(schema, root).join("; "),
    sent: "",
  };
}
