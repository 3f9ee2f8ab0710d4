import { asList, asObject, type Json } from "../../shared/json.js";
import { KEYWORDS } from "../../shared/keywords.js";
import type { JsonSchema } from "../types.js";

/** A copy of a schema with each schema directly below it replaced. */
export function mapSchema(schema: JsonSchema, replace: (below: JsonSchema) => JsonSchema): JsonSchema {
  const one = (value: Json): Json => {
    const below = asObject(value);
    return below === undefined ? value : replace(below);
  };
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]): [string, Json] => {
      const holds = KEYWORDS.get(keyword);
      if (holds === "schema") return [keyword, one(value)];
      if (holds === "list") return [keyword, asList(value).map(one)];
      if (holds !== "map") return [keyword, value];
      return [
        keyword,
        Object.fromEntries(Object.entries(asObject(value) ?? {}).map(([name, below]) => [name, one(below)])),
      ];
    }),
  );
}
