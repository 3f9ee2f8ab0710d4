import { isObject, type MutableJson } from "../shared/json.js";
import { TYPES } from "../shared/keywords.js";

/** What a field or a keyword may require of its value. */
export type ValueType =
  | "any"
  | "text"
  | "flag"
  | "number"
  | "positive"
  | "limit"
  | "list"
  | "object"
  | "texts"
  | "text map"
  | "text lists"
  | "requirements"
  | "types"
  | "discriminator"
  | "schema"
  | "schema or flag"
  | "schema or list"
  | "schemas"
  | "schema map";

interface Rule {
  /** Ends the sentence "... must be". */
  readonly words: string;
  readonly fix?: string;
  fits(value: MutableJson): boolean;
}

const isText = (value: MutableJson): boolean => typeof value === "string";
const isFlag = (value: MutableJson): boolean => typeof value === "boolean";
const isNumber = (value: MutableJson): boolean => typeof value === "number";
const isSchema = (value: MutableJson): boolean => isObject(value) || isFlag(value);
const isListOf = (value: MutableJson, test: (item: MutableJson) => boolean): boolean =>
  Array.isArray(value) && value.every(test);
const isMapOf = (value: MutableJson, test: (item: MutableJson) => boolean): boolean =>
  isObject(value) && Object.values(value).every(test);
const isTexts = (value: MutableJson): boolean => isListOf(value, isText);

/** What each type accepts. Items of `schemas` and entries of maps are judged one by one, each at its own place. */
export const RULES: Readonly<Record<ValueType, Rule>> = {
  any: { words: "anything", fits: () => true },
  text: { words: "of type string", fits: isText },
  flag: { words: "of type boolean", fits: isFlag },
  number: { words: "of type number", fits: isNumber },
  positive: { words: "a number above 0", fits: (value) => typeof value === "number" && value > 0 },
  // OpenAPI 3.0 has a flag beside `minimum`, 3.1 a number in its place.
  limit: { words: "of type number or boolean", fits: (value) => isNumber(value) || isFlag(value) },
  list: { words: "of type array", fits: (value) => Array.isArray(value) },
  object: { words: "of type object", fits: (value) => isObject(value) },
  texts: { words: "a list of strings", fits: isTexts },
  "text map": { words: "an object of strings", fits: (value) => isMapOf(value, isText) },
  "text lists": { words: "an object of lists of strings", fits: (value) => isMapOf(value, isTexts) },
  requirements: {
    words: "a list of objects, each with lists of strings",
    fits: (value) => isListOf(value, (item) => isMapOf(item, isTexts)),
  },
  types: {
    words: `${[...TYPES].join(", ")} or a list of these`,
    fix: "Use one of these; a file is a string with `format: binary`.",
    fits: (value) => isListOf(Array.isArray(value) ? value : [value], (name) => TYPES.has(name as string)),
  },
  discriminator: {
    words: "an object with a `propertyName`",
    fits: (value) => isObject(value) && isText(value.propertyName ?? null),
  },
  schema: { words: "a schema", fits: isSchema },
  "schema or flag": { words: "a schema, true or false", fits: isSchema },
  // Drafts before 2020-12 wrote the schemas of a tuple under `items`.
  "schema or list": { words: "a schema", fits: (value) => isSchema(value) || Array.isArray(value) },
  schemas: { words: "a list of schemas", fits: (value) => Array.isArray(value) },
  "schema map": { words: "an object of schemas", fits: (value) => isObject(value) },
};

/**
 * What a value of the wrong type can only mean: `version: 1.0` is a text without its quotes, `required: "true"` a flag
 * with some. Undefined where nothing can be told.
 */
export function readAs(type: ValueType, value: MutableJson): MutableJson | undefined {
  if (type === "text") return isNumber(value) || isFlag(value) ? String(value) : undefined;
  return type === "flag" ? FLAGS.get(value) : undefined;
}

const FLAGS: ReadonlyMap<MutableJson, boolean> = new Map([
  ["true", true],
  ["false", false],
]);
