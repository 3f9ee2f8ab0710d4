import { type Row, type SupportTable, standardDialects } from "./types.js";

const example = "an example; a tool shows those of the overrides";
const annotation = "an annotation, which restricts nothing";
const asText = "XML is given and returned as text";
const oldKeyword = "a keyword of earlier drafts, which JSON Schema 2020-12 does not have";
const otherResource = { code: "dynamic-ref", fix: "Refer to the schema with `$ref`." };

/** Keywords that both the Schema Object of OpenAPI 3.0 and JSON Schema 2020-12 have. */
const common: readonly Row[] = [
  ["title", "3.0+", "meaningless", "the name of an argument says it"],
  ["description", "3.0+", "honoured", ""],
  ["type", "3.0+", "honoured", ""],
  ["enum", "3.0+", "honoured", ""],
  ["multipleOf", "3.0+", "honoured", ""],
  ["maximum", "3.0+", "honoured", ""],
  ["exclusiveMaximum", "3.0+", "honoured", "as a number, or as true beside `maximum`"],
  ["minimum", "3.0+", "honoured", ""],
  ["exclusiveMinimum", "3.0+", "honoured", "as a number, or as true beside `minimum`"],
  ["maxLength", "3.0+", "honoured", ""],
  ["minLength", "3.0+", "honoured", ""],
  ["pattern", "3.0+", "honoured", "where JavaScript can run it; else reported"],
  ["maxItems", "3.0+", "honoured", ""],
  ["minItems", "3.0+", "honoured", ""],
  ["uniqueItems", "3.0+", "honoured", ""],
  ["maxProperties", "3.0+", "honoured", ""],
  ["minProperties", "3.0+", "honoured", ""],
  ["required", "3.0+", "honoured", ""],
  ["allOf", "3.0+", "honoured", ""],
  ["oneOf", "3.0+", "honoured", ""],
  ["anyOf", "3.0+", "honoured", ""],
  ["not", "3.0+", "honoured", ""],
  ["items", "3.0+", "honoured", ""],
  ["properties", "3.0+", "honoured", ""],
  ["additionalProperties", "3.0+", "honoured", ""],
  ["format", "3.0+", "honoured", "checked where the format is one of JSON Schema's; others are annotations"],
  ["default", "3.0+", "honoured", "shown, not sent"],
  ["readOnly", "3.0+", "honoured", "left out of requests"],
  ["writeOnly", "3.0+", "honoured", "left out of answers"],
  ["deprecated", "3.0+", "meaningless", annotation],
];

const ofOpenApi: readonly Row[] = [
  ["nullable", "3.0", "honoured", "also where a later document has it"],
  ["discriminator", "3.0+", "honoured", ""],
  ["xml", "3.0+", "meaningless", asText],
  ["externalDocs", "3.0+", "meaningless", "for people who read the document"],
  ["example", "3.0+", "meaningless", example],
];

const ofJsonSchema: readonly Row[] = [
  [
    "$schema",
    "3.1+",
    "reported",
    "the schema is read as JSON Schema 2020-12",
    {
      code: "schema-dialect",
      fix: "Write the schema in the dialect that OpenAPI uses by default.",
      unless: standardDialects,
    },
  ],
  [
    "$id",
    "3.1+",
    "reported",
    "references inside the schema are read from the root of the document",
    { code: "schema-id", fix: "Remove it, and refer to `#/components/schemas/…`." },
  ],
  ["$anchor", "3.1+", "meaningless", "a reference to it is reported"],
  ["$dynamicAnchor", "3.1+", "meaningless", "a reference to it is reported"],
  ["$ref", "3.1+", "honoured", "with what stands beside it"],
  ["$dynamicRef", "3.1+", "reported", "it is not followed, so that any value is accepted in its place", otherResource],
  ["$defs", "3.1+", "honoured", ""],
  ["$comment", "3.1+", "meaningless", annotation],
  ["$vocabulary", "3.1+", "meaningless", "only the definition of a dialect has it"],
  ["const", "3.1+", "honoured", ""],
  ["prefixItems", "3.1+", "honoured", ""],
  ["contains", "3.1+", "honoured", ""],
  ["minContains", "3.1+", "honoured", ""],
  ["maxContains", "3.1+", "honoured", ""],
  ["patternProperties", "3.1+", "honoured", ""],
  ["propertyNames", "3.1+", "honoured", ""],
  ["dependentRequired", "3.1+", "honoured", ""],
  ["dependentSchemas", "3.1+", "honoured", ""],
  ["unevaluatedItems", "3.1+", "honoured", ""],
  ["unevaluatedProperties", "3.1+", "honoured", ""],
  ["if", "3.1+", "honoured", ""],
  ["then", "3.1+", "honoured", ""],
  ["else", "3.1+", "honoured", ""],
  ["contentEncoding", "3.1+", "honoured", ""],
  ["contentMediaType", "3.1+", "honoured", "the type of a file in a body; else an annotation"],
  ["contentSchema", "3.1+", "honoured", "the type of the data of an event in a stream; else an annotation"],
  ["examples", "3.1+", "meaningless", example],
  ["definitions", "3.1+", "honoured", "where something refers to them"],
  [
    "dependencies",
    "3.1+",
    "reported",
    `${oldKeyword}; it is ignored`,
    { code: "old-keyword", fix: "Use `dependentRequired` or `dependentSchemas`." },
  ],
  [
    "additionalItems",
    "3.1+",
    "reported",
    `${oldKeyword}; it is ignored`,
    { code: "old-keyword", fix: "Use `prefixItems` with `items`." },
  ],
  ["$recursiveAnchor", "3.1+", "meaningless", "a reference to it is reported"],
  ["$recursiveRef", "3.1+", "reported", `${oldKeyword}; any value is accepted in its place`, otherResource],
];

/** What describes values. */
export const schemaObjects: SupportTable = {
  Schema: [...common, ...ofOpenApi, ...ofJsonSchema],
  Discriminator: [
    ["propertyName", "3.0+", "honoured", ""],
    ["mapping", "3.0+", "honoured", ""],
    ["defaultMapping", "3.2+", "meaningless", "a tool always sends the property that tells the schemas apart"],
  ],
  XML: [
    ["nodeType", "3.2+", "meaningless", asText],
    ["name", "3.0+", "meaningless", asText],
    ["namespace", "3.0+", "meaningless", asText],
    ["prefix", "3.0+", "meaningless", asText],
    ["attribute", "3.0+", "meaningless", asText],
    ["wrapped", "3.0+", "meaningless", asText],
  ],
};
