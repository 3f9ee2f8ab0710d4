import { type MutableObject, setOwn } from "../../shared/json.js";
import { dropFormats, findFormat, formatType } from "./list-formats.js";
import type { SwaggerParameter } from "./read-parameters.js";

/** What a Swagger 2.0 parameter or header says about its value. */
const SCHEMA_KEYS: ReadonlySet<string> = new Set([
  ...["type", "format", "items", "default", "enum", "multipleOf", "uniqueItems", "x-nullable"],
  ...["maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength", "pattern"],
  ...["maxItems", "minItems", "description"],
]);

const FORMS = ["application/x-www-form-urlencoded", "multipart/form-data"];

/** How a list in a form is written; a list with `multi` is sent as OpenAPI does without being told. */
const STYLES = new Map([
  ["csv", "form"],
  ["ssv", "spaceDelimited"],
  ["pipes", "pipeDelimited"],
]);

/** The `formData` parameters of an operation as one body. */
export interface Form {
  readonly schema: MutableObject;
  readonly mediaTypes: readonly string[];
  readonly required: boolean;
  /** By field, those that are not written in the default way. */
  readonly encoding: MutableObject;
}

/** Builds the body of a form: one property for each parameter. */
export function readForm(fields: readonly SwaggerParameter[], consumes: readonly string[]): Form {
  const properties: MutableObject = {};
  const encoding: MutableObject = {};
  const required: string[] = [];
  for (const { value } of fields) {
    const name = String(value.name);
    setOwn(properties, name, readSchema(value));
    if (value.required === true) required.push(name);
    const format = findFormat(value);
    const style = STYLES.get(String(value.collectionFormat ?? "csv"));
    if (format !== undefined) setOwn(encoding, name, { contentType: formatType(format) });
    else if (value.type === "array" && style !== undefined) setOwn(encoding, name, { style, explode: false });
  }
  const isFile = fields.some(({ value }) => value.type === "file");
  const fitting = FORMS.filter((type) => consumes.includes(type) && !(isFile && type === FORMS[0]));
  return {
    schema: { type: "object", properties, ...(required.length > 0 && { required }) },
    mediaTypes: fitting.length > 0 ? fitting : [isFile ? "multipart/form-data" : "application/x-www-form-urlencoded"],
    required: required.length > 0,
    encoding,
  };
}

function readSchema(parameter: MutableObject): MutableObject {
  const schema: MutableObject = {};
  for (const [key, value] of Object.entries(parameter))
    if (SCHEMA_KEYS.has(key)) schema[key] = key === "items" ? dropFormats(value) : value;
  return schema;
}
