import { Ajv2020 } from "ajv/dist/2020.js";
import { generateSync, type JsonSchema } from "json-schema-faker";
import type { Action, Argument } from "../../generator/model/types.js";
import { type Json, type JsonObject, ownValue } from "../../generator/shared/json.js";
import { readPointer, refPointer } from "../../generator/shared/pointer.js";

/**
 * Arguments of a tool as a library samples them from the document's own schemas, the same for the same seed. An argument
 * that the overrides describe (`own` names these) is sampled from what they say. The library does not know every keyword:
 * a sample that its own schema refuses is left out; undefined where the argument is needed.
 */
export function sampleArguments(
  document: JsonObject,
  action: Action,
  own: ReadonlySet<string>,
  seed: number,
  only: "required" | "all",
): Record<string, unknown> | undefined {
  const args: Record<string, unknown> = {};
  for (const argument of action.arguments) {
    const needed = isNeeded(argument, action);
    if (isExcluded(argument, action) || (only === "required" && !needed)) continue;
    const value = isFile(argument)
      ? { text: `file ${seed}` }
      : (sample(readSchema(document, action, argument, own), document, seed, only) ??
        sample(readSchema(document, action, argument, new Set([argument.name])), document, seed, only));
    if (value !== undefined)
      args[argument.name] = isFile(argument) && argument.schema.type === "array" ? [value] : value;
    else if (needed) return undefined;
  }
  return args;
}

function isFile({ places }: Argument): boolean {
  return places.some(({ file }) => file !== undefined);
}

/** Of arguments of which one is needed, the first is given. */
function isNeeded({ name, required }: Argument, { require }: Action): boolean {
  return required || require.some((rule) => !("atMostOne" in rule) && Object.values(rule)[0]?.[0] === name);
}

/** Of arguments that exclude each other, the first is given. */
function isExcluded({ name }: Argument, { require }: Action): boolean {
  return require.some((rule) => {
    const names = "one" in rule ? rule.one : "atMostOne" in rule ? rule.atMostOne : [];
    return names.includes(name) && names[0] !== name;
  });
}

/** What the document says of an argument; what the tool says where the argument is not as its place. */
function readSchema(document: JsonObject, action: Action, argument: Argument, own: ReadonlySet<string>): Json {
  const { properties, $defs = {} } = action.checkedSchema;
  const said = { ...(ownValue(properties, argument.name) as JsonObject), $defs };
  const [place] = argument.places;
  const raw = place && readPointer(document, place.pointer);
  // The library does not know discriminators, which say more of what is allowed.
  const isTagged = JSON.stringify(document.components ?? {}).includes('"discriminator"');
  // A body of text is text, whatever its schema describes.
  const isText = place?.place === "body:" && action.operation.body?.encoding === "text";
  if (raw === undefined || isTagged || isText || own.has(argument.name)) return said;
  if (place?.in === "body") return raw;
  const [content] = Object.values((ownValue(raw, "content") ?? {}) as JsonObject);
  return ownValue(content ?? raw, "schema") ?? said;
}

function sample(schema: Json, document: JsonObject, seed: number, only: "required" | "all"): unknown {
  const openapi = String(document.openapi);
  const asked = toJsonSchema(schema, openapi);
  const value = generateSync(asked as JsonSchema, {
    seed,
    refResolver: (ref) => toJsonSchema(readPointer(document, refPointer(ref) ?? "") ?? {}, openapi) as JsonSchema,
    maxDefaultItems: 2,
    maxDepth: 6,
    optionalsProbability: only === "all" ? 0.7 : 0,
  });
  return accepts(asked, value, document, openapi) ? value : undefined;
}

const validators = new WeakMap<JsonObject, Ajv2020>();

/** Whether a schema accepts a value; the document's components are compiled once. */
function accepts(schema: JsonObject, value: unknown, document: JsonObject, openapi: string): boolean {
  const known = validators.get(document);
  const ajv = known ?? new Ajv2020({ strict: false, validateFormats: false, logger: false });
  validators.set(document, ajv);
  const id = "document.json";
  if (known === undefined) ajv.addSchema({ $id: id, components: toJsonSchema(document.components ?? {}, openapi) });
  const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/components/', `"$ref":"${id}#/components/`));
  return ajv.validate(absolute, value);
}

/** A schema of OpenAPI for a library of JSON Schema: without what only responses have, 3.0's bounds in today's form. */
function toJsonSchema(value: Json, openapi: string): JsonObject {
  return change(value) as JsonObject;

  function change(part: Json): Json {
    if (Array.isArray(part)) return part.map(change);
    if (typeof part !== "object" || part === null) return part;
    const object = part as JsonObject;
    const out: Record<string, Json> = Object.fromEntries(
      Object.entries(object).map(([key, each]) => [key, change(each)]),
    );
    delete out.nullable;
    const properties = object.properties as JsonObject | undefined;
    if (typeof properties === "object" && properties !== null) {
      const gone = Object.keys(properties).filter((name) => ownValue(properties[name], "readOnly") === true);
      for (const name of gone) delete (out.properties as Record<string, Json>)[name];
      if (Array.isArray(object.required)) out.required = object.required.filter((name) => !gone.includes(String(name)));
    }
    if (openapi.startsWith("3.0"))
      for (const [flag, bound] of [
        ["exclusiveMinimum", "minimum"],
        ["exclusiveMaximum", "maximum"],
      ] as const) {
        if (object[flag] === true && object[bound] !== undefined) {
          out[flag] = object[bound];
          delete out[bound];
        } else if (typeof object[flag] === "boolean") delete out[flag];
      }
    return out;
  }
}
