import type { Style } from "../../operation.js";

/**
 * `form` with explode, the default of a query: `ids=1&ids=2`, and an object as its properties: `r=1&g=2`. OpenAPI does not
 * say what becomes of lists and objects inside; they are JSON text.
 */
export const form: Style = (name, value, encode) => {
  const pair = (key: unknown, each: unknown): string => `${encode(key)}=${encode(each)}`;
  if (value == null) return "";
  if (typeof value !== "object") return pair(name, value);
  const pairs = Array.isArray(value)
    ? value.map((each) => pair(name, each))
    : Object.entries(value).map(([key, each]) => (each == null ? "" : pair(key, each)));
  return pairs.filter(Boolean).join("&");
};
