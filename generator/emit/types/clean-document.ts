import { asObject, type Json, type JsonObject } from "../../shared/json.js";
import { cleanComment } from "../print/comment.js";

/** Maps whose keys are names that the document chose, so that `description` in them is not a keyword. */
const maps = new Set(
  `$defs callbacks content definitions dependentSchemas encoding headers links parameters pathItems paths
  patternProperties properties requestBodies responses schemas securitySchemes variables webhooks`.split(/\s+/),
);

/** Maps whose order is meaningful; all others are sorted. */
const ordered = new Set(["properties", "patternProperties", "variables", "encoding"]);

/** Data of the document, which is printed as it is or not at all. */
const values = new Set(["const", "default", "enum"]);

/**
 * A mutable copy for openapi-typescript: its text is cleaned for comments, examples and extensions are left out. Text
 * is the only part that is not printed as literals.
 */
export function cleanDocument(document: JsonObject): JsonObject {
  return cleanObject(document, false);
}

function cleanObject(value: JsonObject, isMap: boolean): JsonObject {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]): [string, Json][] => {
      if (isMap) return [[key, clean(each, false)]];
      if (key === "example" || key === "examples" || key.startsWith("x-")) return [];
      if (key === "description" || key === "summary" || key === "title" || key === "format") {
        return typeof each === "string" ? [[key, cleanComment(each).join("\n")]] : [];
      }
      if (values.has(key)) return [[key, each]];
      // A stream of items is a list of them.
      if (key === "itemSchema")
        return value.schema === undefined ? [["schema", { type: "array", items: clean(each, false) }]] : [];
      if (key === "paths") return [[key, cleanPaths(each)]];
      return [[key, clean(maps.has(key) && !ordered.has(key) ? sortKeys(each) : each, maps.has(key))]];
    }),
  );
}

/** `paths` may also contain extensions. */
function cleanPaths(paths: Json): Json {
  const kept = Object.entries(paths ?? {}).filter(([path]) => path.startsWith("/"));
  return sortKeys(
    Object.fromEntries(kept.flatMap(([path, item]) => [[path, clean(item, false)], ...cleanOthers(path, item)])),
  );
}

/** The operations that openapi-typescript does not know, each as the POST of a path of its own (as plan-result.ts says). */
function cleanOthers(path: string, item: Json): readonly (readonly [string, Json])[] {
  const { query, additionalOperations, parameters = [] } = asObject(item) ?? {};
  const others = Object.entries({ ...(query !== undefined && { QUERY: query }), ...asObject(additionalOperations) });
  return others.map(([method, post]) => [`${method} ${path}`, clean({ parameters, post }, false)] as const);
}

function sortKeys(value: Json): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function clean(value: Json, isMap: boolean): Json {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each: Json) => clean(each, false));
  return cleanObject(value as JsonObject, isMap);
}
