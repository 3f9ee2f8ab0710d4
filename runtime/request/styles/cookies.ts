import { refuseArgument } from "../../errors/refuse-argument.js";
import type { EncodeText, Style } from "../../operation.js";
import { printExact } from "./exact-text.js";

/** A cookie for each item of a list or member of an object: `ids=1; ids=2`. */
export const cookiePairs: Style = (name, value, encode) => {
  const pairs: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((each) => [name, each])
    : typeof value === "object"
      ? Object.entries(value as object)
      : [[name, value]];
  return pairs
    .filter(([, each]) => each != null)
    .map(([key, each]) => `${encode(key)}=${encode(each)}`)
    .join("; ");
};

/** The `cookie` style of OpenAPI 3.2: as it is. Rejects what would end the cookie. */
export const plainCookie: EncodeText = (value, field) => {
  const text = printExact(value);
  if (/[^ -~]|;/.test(text)) throw refuseArgument(field, "is not allowed in a cookie");
  return text;
};
