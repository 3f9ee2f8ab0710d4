import type { Style } from "../../operation.js";

/**
 * `form` with explode, the default of a query: `ids=1&ids=2`, and an object as its properties: `r=1&g=2`. OpenAPI does not
 * say what becomes of lists and objects inside; they are JSON text. Items and members that are null are left out.
 */
export const form: Style = (name, value, encode) => {
  const pair = (key: unknown, each: unknown): string => `${encode(key)}=${encode(each)}`;
  if (value == null) return "";
  if (typeof value !== "object") return pair(name, value);
  return Object.entries(value)
    .flatMap(([key, each]) => (each == null ? [] : pair(Array.isArray(value) ? name : key, each)))
    .join("&");
};
