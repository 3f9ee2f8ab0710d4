import { asList, asObject, type Json, type JsonObject } from "../../shared/json.js";
import { readPointer, refPointer } from "../../shared/pointer.js";
import { resolveRef } from "../../shared/ref.js";
import type { Reporter } from "../create-reporter.js";
import type { JsonSchema } from "../types.js";
import { createDiscriminators } from "./discriminators.js";
import { createVariants, nameSchemas } from "./name-schemas.js";
import { createProfiles } from "./profile-schema.js";
import { chooseUnion, type PartScope, readBase, readParts, readTogether } from "./read-parts.js";
import { translateSchema } from "./translate-schema.js";
import type { Fault, Translation } from "./translation.js";

export type Direction = "input" | "output";

/** Translates the schemas of one document, each `$ref` target once per direction. */
export interface SchemaStore {
  translate(raw: Json | undefined, pointer: string, direction: Direction): JsonSchema;
  /** Every `$ref` target reached so far, by its name under `$defs`. */
  readonly defs: ReadonlyMap<string, JsonSchema>;
  /** Where they are in the document; only those that are the same in a request and in a response. */
  readonly pointers: ReadonlyMap<string, string>;
  /** Where each of them is described in the document, also in a changed form. */
  readonly places: ReadonlyMap<string, string>;
}

export function createSchemaStore(document: JsonObject, version: "3.0" | "3.1", reporter: Reporter): SchemaStore {
  const discriminators = createDiscriminators(document);
  const names = nameSchemas(document, discriminators.children);
  const defs = new Map<string, JsonSchema>();
  const pointers = new Map<string, string>();
  const places = new Map<string, string>();
  const variants = createVariants(names);
  const waiting: { name: string; pointer: string; direction: Direction; raw: Json | undefined }[] = [];
  const reported = new Set<string>();
  const report = (fault: Fault): void => {
    const key = `${fault.code} ${fault.pointer}`;
    if (!reported.has(key)) reporter.spec({ ...fault, severity: "warning", grouped: true });
    reported.add(key);
  };
  const readers = { input: readerOf("input"), output: readerOf("output") };

  function readerOf(direction: Direction): Pick<PartScope, "drops" | "profile"> & Pick<Translation, "droppedNames"> {
    const flag = direction === "input" ? "readOnly" : "writeOnly";
    const drops = (property: Json | undefined): boolean => hasFlag(document, property, flag);
    return { drops, profile: createProfiles(document, drops), droppedNames: createDropped(document, drops) };
  }

  function define(name: string, pointer: string, direction: Direction, raw: Json | undefined): void {
    if (defs.has(name)) return;
    defs.set(name, {});
    places.set(name, pointer);
    waiting.push({ name, pointer, direction, raw });
  }

  function translationOf(direction: Direction, self: string | undefined): Translation {
    const { drops, profile, droppedNames } = readers[direction];
    const scope: PartScope = {
      ...{ document, discriminators, direction, self, drops, profile, report },
      vary(pointer, key, changed) {
        const base = names.nameOf(pointer, direction);
        const name = base === undefined ? undefined : variants.nameOf(base, key);
        if (name !== undefined) define(name, pointer, direction, changed);
        return name;
      },
    };
    return {
      version,
      impliesType: true,
      drops,
      report,
      droppedNames,
      partsOf: (schema, keyword, pointer) => readParts(schema, keyword, pointer, scope),
      unionOf: (parts, pointer) => chooseUnion(parts, pointer, scope),
      namesTogether: (schema, pointer) => readTogether(schema, pointer, scope),
      ref(ref) {
        const pointer = refPointer(ref);
        const name = pointer === undefined ? undefined : names.nameOf(pointer, direction);
        if (pointer === undefined || name === undefined) return undefined;
        if (resolveRef(document, { $ref: ref }, "") === undefined) return undefined;
        const target = readPointer(document, pointer);
        const union = direction === "input" ? readBase(asObject(target) ?? {}, pointer, scope) : undefined;
        define(name, pointer, direction, union ?? target);
        if (names.nameOf(pointer, "input") === names.nameOf(pointer, "output")) pointers.set(name, pointer);
        return name;
      },
    };
  }

  return {
    defs,
    pointers,
    places,
    translate(raw, pointer, direction) {
      const schema = translateSchema(raw, pointer, translationOf(direction, undefined));
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
        defs.set(next.name, translateSchema(next.raw, next.pointer, translationOf(next.direction, next.pointer)));
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

/** The names of properties that a direction drops from a schema or a part of its `allOf`; each schema is read once. */
function createDropped(
  document: JsonObject,
  drops: (property: Json | undefined) => boolean,
): (schema: JsonObject) => ReadonlySet<string> {
  const known = new Map<JsonObject, ReadonlySet<string>>();
  const none: ReadonlySet<string> = new Set();
  return (schema) => {
    const waiting = [schema];
    for (let part = waiting.at(-1); part !== undefined; part = waiting.at(-1)) {
      const parts = asList(part.allOf).flatMap((below) => {
        const resolved = resolveRef(document, below, "");
        return resolved === undefined ? [] : [resolved.value];
      });
      const open = known.has(part) ? [] : parts.filter((below) => !known.has(below));
      // Until its parts are read, a schema that leads back to itself adds nothing.
      if (!known.has(part)) known.set(part, none);
      if (open.length > 0) {
        waiting.push(...open);
        continue;
      }
      waiting.pop();
      const properties = Object.entries(asObject(part.properties) ?? {});
      const own = properties.flatMap(([name, property]) => (drops(property) ? [name] : []));
      const below = new Set(parts.map((each) => known.get(each) ?? none).filter((names) => names.size > 0));
      const [only = none, ...others] = below;
      const all =
        own.length === 0 && others.length === 0
          ? only
          : new Set([...own, ...only, ...others.flatMap((names) => [...names])]);
      known.set(part, all);
    }
    return known.get(schema) ?? none;
  };
}
