/** Properties of a keyword of JSON Schema 2020-12. */
export interface Keyword {
  /** What the keyword contains: a plain value, a schema, a list of schemas, or a map of them by name. */
  readonly holds: "value" | "schema" | "list" | "map";
  /**
   * `annotation`: does not restrict which values are valid. `assertion`: checks the value by itself.
   * `same`: applies schemas to the same value. `part`: applies schemas to parts of it. `definitions`: applies nothing.
   */
  readonly kind: "annotation" | "assertion" | "same" | "part" | "definitions";
  /** The type of value that it applies to; other values are ignored. */
  readonly of: "any" | "string" | "number" | "array" | "object";
}

type Row = readonly [name: string, holds: Keyword["holds"], kind: Keyword["kind"], of: Keyword["of"]];

/**
 * Every keyword that a consumer of a tool schema reads, in the order in which schemas are written. All others (title,
 * examples, xml, x-...) are omitted from tools.
 */
const TABLE: readonly Row[] = [
  ["$ref", "value", "assertion", "any"],
  ["type", "value", "assertion", "any"],
  ["description", "value", "annotation", "any"],
  ["const", "value", "assertion", "any"],
  ["enum", "value", "assertion", "any"],
  ["format", "value", "assertion", "string"],
  ["contentEncoding", "value", "annotation", "string"],
  ["pattern", "value", "assertion", "string"],
  ["minLength", "value", "assertion", "string"],
  ["maxLength", "value", "assertion", "string"],
  ["minimum", "value", "assertion", "number"],
  ["exclusiveMinimum", "value", "assertion", "number"],
  ["maximum", "value", "assertion", "number"],
  ["exclusiveMaximum", "value", "assertion", "number"],
  ["multipleOf", "value", "assertion", "number"],
  ["prefixItems", "list", "part", "array"],
  ["items", "schema", "part", "array"],
  ["contains", "schema", "part", "array"],
  ["minContains", "value", "assertion", "array"],
  ["maxContains", "value", "assertion", "array"],
  ["minItems", "value", "assertion", "array"],
  ["maxItems", "value", "assertion", "array"],
  ["uniqueItems", "value", "assertion", "array"],
  ["unevaluatedItems", "schema", "part", "array"],
  ["properties", "map", "part", "object"],
  ["patternProperties", "map", "part", "object"],
  ["required", "value", "assertion", "object"],
  ["additionalProperties", "schema", "part", "object"],
  ["unevaluatedProperties", "schema", "part", "object"],
  ["propertyNames", "schema", "part", "object"],
  ["minProperties", "value", "assertion", "object"],
  ["maxProperties", "value", "assertion", "object"],
  ["dependentRequired", "value", "assertion", "object"],
  ["dependentSchemas", "map", "same", "object"],
  ["allOf", "list", "same", "any"],
  ["anyOf", "list", "same", "any"],
  ["oneOf", "list", "same", "any"],
  ["not", "schema", "same", "any"],
  ["if", "schema", "same", "any"],
  ["then", "schema", "same", "any"],
  ["else", "schema", "same", "any"],
  ["default", "value", "annotation", "any"],
  ["$defs", "map", "definitions", "any"],
];

/** The table by name; its order is the one in which schemas are written. */
export const KEYWORDS: ReadonlyMap<string, Keyword> = new Map(
  TABLE.map(([name, holds, kind, of]): [string, Keyword] => [name, { holds, kind, of }]),
);

/** Keywords that do not restrict which values are valid. */
export const ANNOTATIONS: ReadonlySet<string> = select(({ kind }) => kind === "annotation");

/** Keywords that check a value by themselves, without further schemas; `$ref` is one of them. */
export const ASSERTIONS: ReadonlySet<string> = select(({ kind }) => kind === "assertion");

/** Keywords whose schemas are applied to the same value, not to a part of it. */
export const SAME_VALUE: ReadonlySet<string> = select(({ kind }) => kind === "same");

/** Keywords that check values of every type: a schema with one of them restricts more than its `type`. */
export const ANY_TYPE: ReadonlySet<string> = select(
  ({ kind, of }) => of === "any" && (kind === "assertion" || kind === "same"),
);

/** Keywords whose schemas are tested but not required: `not`, `if`, `then`, `else`. */
export const CONDITIONS: ReadonlySet<string> = select(({ kind, holds }) => kind === "same" && holds === "schema");

/** Annotations that no consumer of a tool reads; they are removed from every schema without a report. */
export const DROPPED: ReadonlySet<string> = new Set([
  "$comment",
  "$schema",
  "title",
  "examples",
  "example",
  "deprecated",
  "readOnly",
  "writeOnly",
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

/**
 * Formats that validators check, with the function of the runtime's formats.ts that checks each. Others (int32,
 * password, phone) are not used by any consumer and are omitted.
 */
export const FORMATS: ReadonlyMap<string, string> = new Map([
  ["date", "isDate"],
  ["time", "isTime"],
  ["date-time", "isDateTime"],
  ["duration", "isDuration"],
  ["email", "isEmail"],
  ["hostname", "isHostname"],
  ["ipv4", "isIpv4"],
  ["ipv6", "isIpv6"],
  ["uri", "isUri"],
  ["uri-reference", "isUriReference"],
  ["uuid", "isUuid"],
  ["regex", "isRegex"],
  ["json-pointer", "isJsonPointer"],
]);

function select(test: (keyword: Keyword) => boolean): ReadonlySet<string> {
  return new Set([...KEYWORDS].filter(([, keyword]) => test(keyword)).map(([name]) => name));
}
