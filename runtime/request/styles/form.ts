import type { Style } from "../../operation.js";

/** `form` with explode, the default of a query: `ids=1&ids=2`, and an object as its properties: `r=1&g=2`. */
export const form: Style = (name, value, encode) => {
  if (value == null) return "";
  if (typeof value !== "object") return `${encode(name)}=${encode(value)}`;
  const pairs = Array.isArray(value)
    ? value.map((each) => `${encode(name)}=${encode(each)}`)
    : Object.entries(value).map(([key, each]) => form(key, each, encode));
  return pairs.filter(Boolean).join("&");
};
