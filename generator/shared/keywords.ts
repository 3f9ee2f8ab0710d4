/** Where a keyword of JSON Schema 2020-12 holds further schemas. */
export type KeywordHolds = "value" | "schema" | "list" | "map";

/**
 * Every keyword that a consumer of a tool schema reads, in the order in which schemas are written.
 * A keyword that is not here (title, examples, xml, deprecated, x-...) is left out.
 */
export const KEYWORDS: ReadonlyMap<string, KeywordHolds> = new Map<string, KeywordHolds>([
  ["$ref", "value"],
  ["type", "value"],
  ["description", "value"],
  ["const", "value"],
  ["enum", "value"],
  ["format", "value"],
  ["contentEncoding", "value"],
  ["pattern", "value"],
  ["minLength", "value"],
  ["maxLength", "value"],
  ["minimum", "value"],
  ["exclusiveMinimum", "value"],
  ["maximum", "value"],
  ["exclusiveMaximum", "value"],
  ["multipleOf", "value"],
  ["prefixItems", "list"],
  ["items", "schema"],
  ["contains", "schema"],
  ["minContains", "value"],
  ["maxContains", "value"],
  ["minItems", "value"],
  ["maxItems", "value"],
  ["uniqueItems", "value"],
  ["unevaluatedItems", "schema"],
  ["properties", "map"],
  ["patternProperties", "map"],
  ["required", "value"],
  ["additionalProperties", "schema"],
  ["unevaluatedProperties", "schema"],
  ["propertyNames", "schema"],
  ["minProperties", "value"],
  ["maxProperties", "value"],
  ["dependentRequired", "value"],
  ["dependentSchemas", "map"],
  ["allOf", "list"],
  ["anyOf", "list"],
  ["oneOf", "list"],
  ["not", "schema"],
  ["if", "schema"],
  ["then", "schema"],
  ["else", "schema"],
  ["default", "value"],
  ["$defs", "map"],
]);

/** Keywords that say nothing about which values are valid. */
export const ANNOTATIONS: ReadonlySet<string> = new Set(["description", "default", "contentEncoding"]);

/** Keywords that may stand in an override's schema and are dropped from the tool without a word. */
export const DROPPED: ReadonlySet<string> = new Set([
  "$comment",
  "$schema",
  "title",
  "examples",
  "example",
  "deprecated",
  "readOnly",
  "writeOnly",
  "nullable",
]);

export const TYPES: ReadonlySet<string> = new Set([
  "null",
  "boolean",
  "object",
  "array",
  "number",
  "string",
  "integer",
]);

/** Formats that validators check; others (int32, password, phone) tell no consumer anything and are left out. */
export const FORMATS: ReadonlySet<string> = new Set([
  "date",
  "time",
  "date-time",
  "duration",
  "email",
  "hostname",
  "ipv4",
  "ipv6",
  "uri",
  "uri-reference",
  "uri-template",
  "uuid",
  "regex",
  "json-pointer",
]);
