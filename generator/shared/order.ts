import { isObject, type Json } from "./json.js";

/** Orders by code unit, which is the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A JSON value with the keys of its objects sorted; lists keep their order. */
export function sortJson(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sortJson);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, item]) => [key, sortJson(item)]),
  );
}
