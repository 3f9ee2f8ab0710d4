import type { ShapeName } from "./read-slot.js";
import type { ValueType } from "./value-types.js";

/** The types of the `exact` fields of shapes.ts that are no text. */
export const FIELD_TYPES: Readonly<Partial<Record<ShapeName, Readonly<Record<string, ValueType>>>>> = {
  Document: { security: "requirements" },
  ServerVariable: { enum: "texts" },
  Operation: { tags: "texts", deprecated: "flag", security: "requirements" },
  Parameter: {
    required: "flag",
    deprecated: "flag",
    allowEmptyValue: "flag",
    explode: "flag",
    allowReserved: "flag",
  },
  RequestBody: { required: "flag" },
  Encoding: { explode: "flag", allowReserved: "flag" },
  Header: { required: "flag", deprecated: "flag", allowEmptyValue: "flag", explode: "flag", allowReserved: "flag" },
  Link: { parameters: "object", requestBody: "any" },
  Discriminator: { mapping: "text map" },
  SecurityScheme: { deprecated: "flag" },
  Flow: { scopes: "text map" },
};

/** The types of the keywords of a Schema, of OpenAPI 3.0 and 3.1 alike. A keyword that is not listed is unknown. */
export const KEYWORD_TYPES: ReadonlyMap<string, ValueType> = new Map(
  Object.entries({
    any: "const default example",
    text: `$anchor $comment $dynamicAnchor $dynamicRef $id $ref $schema contentEncoding contentMediaType description
      format pattern title`,
    flag: "deprecated nullable readOnly uniqueItems writeOnly",
    number: "maxContains maxItems maxLength maxProperties maximum minContains minItems minLength minProperties minimum",
    positive: "multipleOf",
    limit: "exclusiveMaximum exclusiveMinimum",
    list: "enum examples",
    object: "$vocabulary externalDocs xml",
    texts: "required",
    "text lists": "dependentRequired",
    types: "type",
    discriminator: "discriminator",
    schema: "contains contentSchema else if not propertyNames then unevaluatedItems",
    "schema or flag": "additionalItems additionalProperties unevaluatedProperties",
    "schema or list": "items",
    schemas: "allOf anyOf oneOf prefixItems",
    "schema map": "$defs definitions dependentSchemas patternProperties properties",
  } satisfies Partial<Record<ValueType, string>>).flatMap(([type, names]) =>
    names.split(/\s+/).map((name): [string, ValueType] => [name, type as ValueType]),
  ),
);

/**
 * Fields that no request and no answer depends on: a wrong value is ignored and costs no operation. All text is as well.
 * `required` of a schema is one where it is a flag, as in draft 3.
 */
export const IGNORABLE: Readonly<Partial<Record<ShapeName, ReadonlySet<string>>>> = {
  PathItem: new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]),
  SecurityScheme: new Set(["deprecated"]),
  Operation: new Set(["operationId", "tags", "deprecated", "externalDocs", "callbacks"]),
  Parameter: new Set(["deprecated", "allowEmptyValue"]),
  Response: new Set(["headers", "links"]),
  Discriminator: new Set(["mapping"]),
  Schema: new Set(
    "title description $comment default deprecated discriminator example examples externalDocs readOnly writeOnly xml".split(
      " ",
    ),
  ),
};
