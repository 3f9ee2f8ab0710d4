import { asList, asObject, asText, type Json, type JsonObject, ownValue } from "../../shared/json.js";
import { ANNOTATIONS, ANY_TYPE, CONDITIONS, FORMATS, KEYWORDS, TYPES } from "../../shared/keywords.js";
import { compareText, sortJson } from "../../shared/order.js";
import { joinPointer } from "../../shared/pointer.js";
import { orderKeywords } from "../../shared/walk-schema.js";
import { cleanText } from "../clean-text.js";
import type { JsonSchema } from "../types.js";
import { allowNull } from "./allow-null.js";
import { readTypes } from "./read-types.js";

const DESCRIPTION_LIMIT = 600;

/** What a translation depends on besides the schema. */
export interface Translation {
  /** OpenAPI 3.0 ignores keywords beside `$ref`; 3.1 does not. */
  readonly version: "3.0" | "3.1";
  /**
   * Whether `properties` without a type means an object: in documents it does, in a rule of the overrides it does not.
   */
  readonly impliesType: boolean;
  /** The name under `$defs` for a `$ref`, or undefined if its target does not exist. */
  ref(ref: string): string | undefined;
  /** Whether a property is for the other direction: readOnly in a request, writeOnly in a response. */
  drops(property: Json | undefined): boolean;
  /** Names of properties that `drops` removes from this schema and from the parts of its `allOf`. */
  droppedNames(schema: JsonObject): ReadonlySet<string>;
  /** A part of `allOf` that leads back to this schema by its own `oneOf`: the part without those. */
  baseOf(part: Json): Json;
  /** Called for a pattern that is not a valid regular expression. */
  badPattern(pointer: string, pattern: string): void;
}

/** An OpenAPI 3.0 or 3.1 schema as JSON Schema 2020-12 with only the keywords that a consumer reads. */
export function translateSchema(
  raw: Json | undefined,
  pointer: string,
  translation: Translation,
  dropped: ReadonlySet<string> = new Set(),
): JsonSchema {
  if (raw === false) return { not: {} };
  const schema = asObject(raw);
  if (schema === undefined) return {};

  const gone = new Set([...dropped, ...translation.droppedNames(schema)]);
  const keywords = new Map<string, Json>();
  const below = (value: Json | undefined, ...names: readonly string[]): JsonSchema =>
    translateSchema(value, joinPointer(pointer, ...names), translation);

  const isRef = typeof schema.$ref === "string";
  for (const [keyword, value] of Object.entries(schema)) {
    if (isRef && translation.version === "3.0" && keyword !== "$ref" && !ANNOTATIONS.has(keyword)) continue;
    const holds = KEYWORDS.get(keyword)?.holds;
    if (holds === "list") {
      const parts = asList(value).map((part, index) =>
        keyword === "allOf"
          ? translateSchema(translation.baseOf(part), joinPointer(pointer, keyword, `${index}`), translation, gone)
          : below(part, keyword, `${index}`),
      );
      if (parts.length > 0) keywords.set(keyword, parts);
    } else if (holds === "map" && keyword !== "$defs") {
      const entries = Object.entries(asObject(value) ?? {})
        .filter(([, property]) => keyword !== "properties" || !translation.drops(property))
        .sort(([a], [b]) => compareText(a, b))
        .map(([name, part]): [string, Json] => [name, below(part, keyword, name)]);
      if (entries.length > 0) keywords.set(keyword, Object.fromEntries(entries));
    } else if (holds === "schema") {
      if (Array.isArray(value))
        keywords.set(
          "prefixItems",
          asList(value).map((part, index) => below(part, keyword, `${index}`)),
        );
      else if (typeof value === "boolean" && keyword.endsWith("Properties")) keywords.set(keyword, value);
      else keywords.set(keyword, translateSchema(value, joinPointer(pointer, keyword), exactIn(keyword, translation)));
    } else if (holds === "value") {
      const kept = translateValue(keyword, value, schema, gone);
      if (kept !== undefined) keywords.set(keyword, kept);
    }
  }
  if (isRef) replaceRef(keywords, translation.ref(asText(schema.$ref)));
  if (schema.format === "byte") keywords.set("contentEncoding", "base64");
  if (translation.impliesType) addImpliedType(keywords);
  if (readTypes(keywords.get("type")).includes("array") && !keywords.has("items") && !keywords.has("prefixItems"))
    keywords.set("items", {});
  const pattern = keywords.get("pattern");
  if (typeof pattern === "string" && !runs(pattern)) {
    translation.badPattern(joinPointer(pointer, "pattern"), pattern);
    keywords.delete("pattern");
  }
  const translated = liftOnlyPart(orderKeywords(keywords));
  return schema.nullable === true ? allowNull(translated) : translated;
}

function translateValue(keyword: string, value: Json, schema: JsonObject, gone: ReadonlySet<string>): Json | undefined {
  switch (keyword) {
    case "type": {
      const types = readTypes(value);
      if (types.length === 0) return undefined;
      return types.length === 1 ? types[0] : types.length === TYPES.size ? undefined : [...types];
    }
    case "description":
      return cleanText(asText(value), DESCRIPTION_LIMIT) || undefined;
    case "format":
      if (value === "url") return "uri";
      return typeof value === "string" && FORMATS.has(value) && allows(schema, "string") ? value : undefined;
    case "enum": {
      const values = new Map(asList(value).map((item) => [JSON.stringify(sortJson(item)), sortJson(item)]));
      return values.size > 0 ? [...values.values()] : undefined;
    }
    case "required": {
      const names = asList(value).filter((name): name is string => typeof name === "string" && !gone.has(name));
      return names.length > 0 ? [...new Set(names)] : undefined;
    }
    case "minimum":
    case "maximum":
      return schema[`exclusive${keyword === "minimum" ? "Minimum" : "Maximum"}`] === true ? undefined : value;
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      if (typeof value === "number") return value;
      return value === true ? ownValue(schema, keyword === "exclusiveMinimum" ? "minimum" : "maximum") : undefined;
    case "default":
      return value === null && schema.nullable !== true && !allows(schema, "null") ? undefined : sortJson(value);
    case "uniqueItems":
      return value === true ? true : undefined;
    default:
      return sortJson(value);
  }
}

function allows(schema: JsonObject, type: string): boolean {
  const types = readTypes(schema.type);
  return types.length === 0 || types.includes(type);
}

/** An added type would change what a condition tests. */
function exactIn(keyword: string, translation: Translation): Translation {
  return CONDITIONS.has(keyword) ? { ...translation, impliesType: false } : translation;
}

/** A schema with `properties` or `items` means an object or a list, and models need to see that. */
function addImpliedType(keywords: Map<string, Json>): void {
  if ([...keywords.keys()].some((keyword) => ANY_TYPE.has(keyword))) return;
  if (keywords.has("properties")) keywords.set("type", "object");
  else if (keywords.has("items")) keywords.set("type", "array");
}

function replaceRef(keywords: Map<string, Json>, name: string | undefined): void {
  if (name === undefined) keywords.delete("$ref");
  else keywords.set("$ref", `#/$defs/${name}`);
}

/** `allOf` with one part is how OpenAPI 3.0 puts a description beside a `$ref`. */
function liftOnlyPart(schema: JsonSchema): JsonSchema {
  const parts = asList(schema.allOf);
  const part = asObject(parts[0]);
  if (parts.length !== 1 || part === undefined) return schema;
  const { allOf: _, ...outside } = schema;
  const clash = Object.keys(outside).some((keyword) => keyword in part && !ANNOTATIONS.has(keyword));
  const besideRef = "$ref" in part && Object.keys(outside).some((keyword) => !ANNOTATIONS.has(keyword));
  return clash || besideRef ? schema : orderKeywords({ ...part, ...outside });
}

/** Validators compile patterns with the `u` flag. */
function runs(pattern: string): boolean {
  try {
    new RegExp(pattern, "u");
    return true;
  } catch {
    return false;
  }
}
