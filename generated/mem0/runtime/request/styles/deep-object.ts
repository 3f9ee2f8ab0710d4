import { isObject } from "../../json.js";
import type { Style } from "../../operation.js";
import { form } from "./form.js";

/**
 * `where[age]=5`, encoded. OpenAPI does not say what becomes of a list or of an object inside the object; these are sent
 * as most services read them: `ids[]=1&ids[]=2`, `items[0][price]=5`, `where[age][least]=5`.
 */
export const deepObject: Style = (name, value, encode) => {
  const entries = Array.isArray(value)
    ? value.map((each, index) => [each !== null && typeof each === "object" ? index : "", each] as const)
    : isObject(value) && Object.entries(value);
  if (!entries) return form(name, value, encode);
  return entries
    .map(([key, each]) => deepObject(`${name}[${key}]`, each, encode))
    .filter(Boolean)
    .join("&");
};
