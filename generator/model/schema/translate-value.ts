import { asList, asText, type Json, type JsonObject, ownValue } from "../../shared/json.js";
import { FORMATS, TYPES } from "../../shared/keywords.js";
import { sortJson } from "../../shared/order.js";
import { cleanText } from "../clean-text.js";
import { readTypes } from "./read-types.js";

const DESCRIPTION_LIMIT = 600;

/** The value of a keyword that holds no schema, as JSON Schema 2020-12 has it; undefined where it says nothing. */
export function translateValue(
  keyword: string,
  value: Json,
  schema: JsonObject,
  gone: ReadonlySet<string>,
): Json | undefined {
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
