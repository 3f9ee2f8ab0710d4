import { asList, asObject, asText, type Json, type JsonObject, ownValue } from "../../shared/json.js";
import { ANNOTATIONS, CONDITIONS, FORMATS, KEYWORDS, TYPES } from "../../shared/keywords.js";
import { compareText, sortJson } from "../../shared/order.js";
import { joinPointer } from "../../shared/pointer.js";
import { orderKeywords } from "../../shared/walk-schema.js";
import { cleanText } from "../clean-text.js";
import type { JsonSchema } from "../types.js";
import { allowNull } from "./allow-null.js";
import { checkPattern, findUsable } from "./check-pattern.js";
import { implyType } from "./imply-type.js";
import { readTypes } from "./read-types.js";
import { settleValues } from "./settle-values.js";
import { addParts, closeTogether, completeItems } from "./shape-keywords.js";

const DESCRIPTION_LIMIT = 600;

/** Keywords that combine schemas for the same value. */
export type Combined = "allOf" | "anyOf" | "oneOf";

/** A schema in such a list. */
export interface Part {
  readonly raw: Json;
  /** The name under `$defs` of the definition that stands for it. */
  readonly name?: string;
}

/** Something in a schema that tools cannot take as it is written. */
export interface Fault {
  readonly code: string;
  readonly pointer: string;
  readonly message: string;
  readonly fix: string;
}

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
  /** The schemas in a list as they apply there. */
  partsOf(schema: JsonObject, keyword: Combined, pointer: string): readonly Part[];
  /** Whether the parts of a `oneOf` may stay one, or must become `anyOf`. */
  unionOf(parts: readonly Part[], pointer: string): "anyOf" | "oneOf";
  /** The names of all properties that a schema and its parts allow together, where they refuse each other's. */
  namesTogether(schema: JsonObject, pointer: string): ReadonlySet<string> | undefined;
  report(fault: Fault): void;
}

/** What the schema around a part of `allOf`, `anyOf` or `oneOf` says for it as well. */
interface Around {
  /** Properties that another part drops. */
  readonly dropped: ReadonlySet<string>;
  /** The type is said outside, or in another part. */
  readonly typed: boolean;
}

/** An OpenAPI 3.0 or 3.1 schema as JSON Schema 2020-12 with only the keywords that a consumer reads. */
export function translateSchema(
  raw: Json | undefined,
  pointer: string,
  translation: Translation,
  around: Around = { dropped: new Set(), typed: false },
): JsonSchema {
  if (raw === false) return { not: {} };
  const schema = asObject(raw);
  if (schema === undefined) return {};

  const gone = new Set([...around.dropped, ...translation.droppedNames(schema)]);
  const keywords = new Map<string, Json>();
  const below = (value: Json | undefined, ...names: readonly string[]): JsonSchema =>
    translateSchema(value, joinPointer(pointer, ...names), translation);

  let opened = false;
  const isRef = typeof schema.$ref === "string";
  for (const [keyword, value] of Object.entries(schema)) {
    if (isRef && translation.version === "3.0" && keyword !== "$ref" && !ANNOTATIONS.has(keyword)) continue;
    const holds = KEYWORDS.get(keyword)?.holds;
    if (isCombined(keyword)) {
      const typed = keyword === "allOf" || around.typed || schema.type !== undefined;
      const inside = { dropped: keyword === "allOf" ? gone : new Set<string>(), typed };
      const parts = translation.partsOf(schema, keyword, pointer);
      const list = parts.map(({ raw, name }, index) =>
        name === undefined
          ? translateSchema(raw, joinPointer(pointer, keyword, `${index}`), translation, inside)
          : { $ref: `#/$defs/${name}` },
      );
      if (list.length > 0)
        addParts(
          keywords,
          keyword === "oneOf" ? translation.unionOf(parts, joinPointer(pointer, keyword)) : keyword,
          list,
        );
    } else if (holds === "list") {
      const parts = asList(value).map((part, index) => below(part, keyword, `${index}`));
      if (parts.length > 0) keywords.set(keyword, parts);
    } else if (holds === "map" && keyword !== "$defs") {
      const map = asObject(value) ?? {};
      const isKept =
        keyword === "patternProperties"
          ? findUsable(map, joinPointer(pointer, keyword), translation.report)
          : undefined;
      opened ||= isKept !== undefined && isKept.size < Object.keys(map).length;
      const entries = Object.entries(map)
        .filter(([name]) => isKept?.has(name) !== false)
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
      else if (CONDITIONS.has(keyword)) {
        const tested = testedIn(value, joinPointer(pointer, keyword), translation);
        if (tested !== undefined) keywords.set(keyword, tested);
      } else keywords.set(keyword, below(value, keyword));
    } else if (holds === "value") {
      const kept = translateValue(keyword, value, schema, gone);
      if (kept !== undefined) keywords.set(keyword, kept);
    }
  }
  // What a pattern that is left out would have allowed must not be refused.
  if (opened) for (const keyword of ["additionalProperties", "unevaluatedProperties"]) keywords.delete(keyword);
  if (isRef) replaceRef(keywords, translation.ref(asText(schema.$ref)));
  if (schema.format === "byte") keywords.set("contentEncoding", "base64");
  if (translation.impliesType) settle(keywords, schema, pointer, translation, around.typed);
  closeTogether(keywords, translation.namesTogether(schema, pointer), gone);
  completeItems(keywords);
  checkPattern(keywords, pointer, translation.report);
  const translated = liftOnlyPart(orderKeywords(keywords));
  return schema.nullable === true ? allowNull(translated) : translated;
}

function isCombined(keyword: string): keyword is Combined {
  return keyword === "allOf" || keyword === "anyOf" || keyword === "oneOf";
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

/**
 * A condition as it is written: an added type would change what it tests. Without a part that cannot be tested it would test
 * something else, so it is left out.
 */
function testedIn(value: Json, pointer: string, translation: Translation): JsonSchema | undefined {
  let isWhole = true;
  const report = (fault: Fault): void => {
    isWhole = false;
    translation.report(fault);
  };
  const tested = translateSchema(value, pointer, { ...translation, impliesType: false, report });
  return isWhole ? tested : undefined;
}

/** Values that fit the type, and a type where the document leaves it out. */
function settle(
  keywords: Map<string, Json>,
  schema: JsonObject,
  pointer: string,
  translation: Translation,
  typed: boolean,
): void {
  for (const { keyword, message } of settleValues(keywords, schema.nullable === true))
    translation.report({
      code: "value-type",
      pointer: joinPointer(pointer, keyword),
      message: `In this \`${keyword}\`, ${message}.`,
      fix: "Write the values as the schema's `type`, or change the `type`.",
    });
  const type = keywords.has("type") ? undefined : implyType(keywords, typed);
  if (type !== undefined) keywords.set("type", type);
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
