import { asObject, asText, type Json, type JsonObject } from "../../shared/json.js";
import { buildConstraints } from "./build-constraints.js";
import { buildShape } from "./build-shape.js";
import { buildTypeText } from "./build-type-text.js";
import { resolveSchema } from "./resolve-schema.js";

/** An argument, or a field of an argument or a result; `name` is a path for one inside another: `messages[].role`. */
export interface FieldDoc {
  readonly name: string;
  readonly type: string;
  /** `yes`, "" for optional, or when it is required: ``with `kind` `"mail"` ``. */
  readonly required: string;
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
  /** Lists entered since the last object. */
  readonly lists: number;
  /** References followed so far: one that comes again is a loop, shown once. */
  readonly refs: readonly string[];
}

/** Maximum nesting of objects, and of lists directly inside each other, in a table. */
const levels = 3;

/**
 * The fields inside an object or a list of objects, each under its path from `path`; stops when the reader does. A field
 * that several branches of a union have comes once, with what holds for all of them.
 */
export function buildFields(
  schema: Json | undefined,
  root: JsonObject,
  path: string,
  level: number,
): Generator<FieldDoc, void> {
  return walk(schema, root, { path, level, lists: 0, refs: [] });
}

function* walk(schema: Json | undefined, root: JsonObject, at: Place): Generator<FieldDoc, void> {
  if (at.level >= levels || at.lists >= levels) return;
  const shape = buildShape(schema, root, new Map(at.refs.map((ref) => [ref, undefined])));
  if (shape === undefined) return;
  const ref = asText(asObject(schema)?.$ref);
  const refs = ref === "" ? at.refs : [...at.refs, ref];
  if (shape.items.size > 0) {
    yield* walk(joinSchemas(shape.items), root, { ...at, refs, path: `${at.path}[]`, lists: at.lists + 1 });
  }
  for (const [name, schemas] of shape.properties) {
    const path = at.path === "" ? name : `${at.path}.${name}`;
    yield buildField(path, [...schemas], root, shape.required.get(name) ?? "");
    yield* walk(joinSchemas(schemas), root, { path, level: at.level + 1, lists: 0, refs });
  }
}

function buildField(name: string, schemas: readonly Json[], root: JsonObject, required: string): FieldDoc {
  const joined = joinSchemas(new Set(schemas));
  const resolved = schemas.map((schema) => resolveSchema(schema, root)).filter((schema) => schema !== undefined);
  const [first] = resolved;
  return {
    name,
    type: buildTypeText(joined, root),
    required,
    // Another branch may have another default.
    default: schemas.length > 1 || first?.default === undefined ? "" : JSON.stringify(first.default),
    description: resolved.map(({ description }) => asText(description)).find((text) => text !== "") ?? "",
    constraints: buildConstraints(joined, root).join("; "),
    sent: "",
  };
}

/** One schema for a value that any of these describes. */
function joinSchemas(schemas: ReadonlySet<Json>): Json | undefined {
  const [only, ...others] = schemas;
  return others.length === 0 ? only : { anyOf: [...schemas] };
}
