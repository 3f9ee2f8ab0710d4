import { isObject } from "../../json.js";
import type { Style } from "../../operation.js";
import { form } from "./form.js";

/** `where[age]=5`, encoded. */
export const deepObject: Style = (name, value, encode) =>
  isObject(value)
    ? Object.entries(value)
        .map(([key, each]) => deepObject(`${name}[${key}]`, each, encode))
        .filter(Boolean)
        .join("&")
    : form(name, value, encode);
