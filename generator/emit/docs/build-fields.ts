import { asList, asObject, asText, type Json, type JsonObject } from "../../shared/json.js";
import { buildConstraints } from "./build-constraints.js";
import { buildTypeText } from "./build-type-text.js";
import { resolveSchema } from "./resolve-schema.js";

/** An argument, or a field of an argument or a result; `name` is a path for one inside another: `messages[].role`. */
export interface FieldDoc {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** JSON text, "" for none. */
  readonly default: string;
  readonly description: string;
  /** In words, "" for none. */
  readonly constraints: string;
  /** Where an argument is sent, "" for a nested field or a result. */
  readonly sent: string;
}

/** Position in a walk through a schema. */
interface Place {
  /** Path of the value: `messages[]`. */
  readonly path: string;
  /** Objects entered so far. */
  readonly level: number;
  /** References and merged schemas entered so far: one that comes again is a loop, shown once. */
  readonly entered: readonly (string | JsonObject)[];
  /** Those met so far, each with its paths: at the same path it has the same fields. */
  readonly met: Map<string | JsonObject, Set<string>>;
}

/** Maximum nesting of objects in a table. */
const levels = 3;

/** The fields inside an object or a list of objects, each under its path from `path`; stops when the reader does. */
export function* buildFields(
  schema: Json | undefined,
  root: JsonObject,
  path: string,
  level: number,
): Generator<FieldDoc, void> {
  const seen = new Set<string>();
  for (const field of walk(schema, root, { path, level, entered: [], met: new Map() })) {
    if (seen.has(field.name)) continue;
    seen.add(field.name);
    yield field;
  }
}

function* walk(schema: Json | undefined, root: JsonObject, at: Place): Generator<FieldDoc, void> {
  const resolved = resolveSchema(schema, root);
  if (resolved === undefined || at.level >= levels) return;
  const key = asText(asObject(schema)?.$ref) || resolved;
  const paths = at.met.get(key) ?? new Set();
  if (at.entered.includes(key) || paths.has(at.path)) return;
  at.met.set(key, paths.add(at.path));
  const inside = { ...at, entered: [...at.entered, key] };
  if (resolved.items !== undefined) yield* walk(resolved.items, root, { ...inside, path: `${at.path}[]` });
  const required = asList(resolved.required);
  for (const [name, property] of Object.entries(asObject(resolved.properties) ?? {})) {
    const path = at.path === "" ? name : `${at.path}.${name}`;
    yield buildField(path, property, root, required.includes(name));
    yield* walk(property, root, { ...inside, path, level: at.level + 1 });
  }
  for (const branch of [...asList(resolved.anyOf), ...asList(resolved.oneOf)]) yield* walk(branch, root, inside);
}

function buildField(name: string, schema: Json, root: JsonObject, required: boolean): FieldDoc {
  const resolved = resolveSchema(schema, root);
  return {
    name,
    type: buildTypeText(schema, root),
    required,
    default: resolved?.default === undefined ? "" : JSON.stringify(resolved.default),
    description: asText(resolved?.description),
    constraints: buildConstraints(schema, root).join("; "),
    sent: "",
  };
}
