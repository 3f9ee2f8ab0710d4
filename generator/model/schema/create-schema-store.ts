import { asList, asObject, asText, type Json, type JsonObject, ownValue } from "../../shared/json.js";
import { readPointer, refPointer } from "../../shared/pointer.js";
import { resolveRef } from "../../shared/ref.js";
import type { Reporter } from "../create-reporter.js";
import type { JsonSchema } from "../types.js";
import { nameSchemas } from "./name-schemas.js";
import { type Translation, translateSchema } from "./translate-schema.js";

export type Direction = "input" | "output";

/** Translates the schemas of one document, each `$ref` target once per direction. */
export interface SchemaStore {
  translate(raw: Json | undefined, pointer: string, direction: Direction): JsonSchema;
  /** Every `$ref` target reached so far, by its name under `$defs`. */
  readonly defs: ReadonlyMap<string, JsonSchema>;
  /** Where they are in the document; only those that are the same in a request and in a response. */
  readonly pointers: ReadonlyMap<string, string>;
}

export function createSchemaStore(document: JsonObject, version: "3.0" | "3.1", reporter: Reporter): SchemaStore {
  const names = nameSchemas(document);
  const defs = new Map<string, JsonSchema>();
  const pointers = new Map<string, string>();
  const waiting: { pointer: string; name: string; direction: Direction }[] = [];
  const reported = new Set<string>();

  function translationOf(direction: Direction, self: string | undefined): Translation {
    const flag = direction === "input" ? "readOnly" : "writeOnly";
    const drops = (property: Json | undefined): boolean => hasFlag(document, property, flag);
    return {
      version,
      impliesType: true,
      drops,
      droppedNames: (schema) => collectDropped(document, schema, drops, new Set()),
      baseOf: (part) => baseOf(document, part, self),
      ref(ref) {
        const pointer = refPointer(ref);
        const name = pointer === undefined ? undefined : names.nameOf(pointer, direction);
        if (pointer === undefined || name === undefined) return undefined;
        if (resolveRef(document, { $ref: ref }, "") === undefined) return undefined;
        if (!defs.has(name)) {
          defs.set(name, {});
          waiting.push({ pointer, name, direction });
          if (names.nameOf(pointer, "input") === names.nameOf(pointer, "output")) pointers.set(name, pointer);
        }
        return name;
      },
      badPattern(pointer, pattern) {
        if (reported.has(pointer)) return;
        reported.add(pointer);
        reporter.spec({
          code: "pattern-unsupported",
          severity: "warning",
          pointer,
          message: `The pattern ${JSON.stringify(pattern)} is not a regular expression that JavaScript accepts with the \`u\` flag, so tools do not check it.`,
          fix: "Rewrite the pattern, in the document or with an overlay.",
        });
      },
    };
  }

  return {
    defs,
    pointers,
    translate(raw, pointer, direction) {
      const schema = translateSchema(raw, pointer, translationOf(direction, undefined));
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const target = readPointer(document, next.pointer);
        defs.set(next.name, translateSchema(target, next.pointer, translationOf(next.direction, next.pointer)));
      }
      return schema;
    },
  };
}

/** Looks through `$ref`s and a single `allOf`, where OpenAPI 3.0 documents write readOnly beside or behind a reference. */
function hasFlag(document: JsonObject, property: Json | undefined, flag: "readOnly" | "writeOnly"): boolean {
  const schema = asObject(property);
  if (schema === undefined) return false;
  if (schema[flag] === true) return true;
  if (typeof schema.$ref === "string") return resolveRef(document, schema, "")?.value[flag] === true;
  const parts = asList(schema.allOf);
  return parts.length > 0 && parts.some((part) => resolveRef(document, part, "")?.value[flag] === true);
}

function collectDropped(
  document: JsonObject,
  schema: JsonObject,
  drops: (property: Json | undefined) => boolean,
  seen: Set<JsonObject>,
): Set<string> {
  const names = new Set<string>();
  if (seen.has(schema)) return names;
  seen.add(schema);
  for (const [name, property] of Object.entries(asObject(schema.properties) ?? {}))
    if (drops(property)) names.add(name);
  for (const part of asList(schema.allOf)) {
    const resolved = resolveRef(document, part, "");
    if (resolved) for (const name of collectDropped(document, resolved.value, drops, seen)) names.add(name);
  }
  return names;
}

/**
 * A base that lists its children (`oneOf`) while each child includes the base (`allOf`) would validate forever; inside a
 * child, only the base's own keywords count.
 */
function baseOf(document: JsonObject, part: Json, self: string | undefined): Json {
  const base = resolveRef(document, part, "");
  if (self === undefined || base === undefined) return part;
  const listed = ["oneOf", "anyOf"].filter((keyword) =>
    asList(ownValue(base.value, keyword)).some((choice) => refPointer(asText(asObject(choice)?.$ref)) === self),
  );
  if (listed.length === 0) return part;
  return Object.fromEntries(Object.entries(base.value).filter(([keyword]) => !listed.includes(keyword)));
}
