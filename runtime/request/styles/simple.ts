import type { Style } from "../../operation.js";

/** The style of a header and a path: `1,2`, and an object as names and values in turn: `r,1,g,2`. */
export const simple: Style = (_, value, encode) => join(value, encode, ",");

/** The same with explode: an object is `r=1,g=2`. */
export const simpleExploded: Style = (_, value, encode) => join(value, encode, ",", "=");

/** A path segment that starts with a dot: `.1,2` */
export const label: Style = (_, value, encode) => `.${join(value, encode, ",")}`;

/** `.1.2`, `.r=1.g=2` */
export const labelExploded: Style = (_, value, encode) => `.${join(value, encode, ".", "=")}`;

/** A path parameter with its name: `;ids=1,2` */
export const matrix: Style = (name, value, encode) => `;${encode(name)}=${join(value, encode, ",")}`;

/** `;ids=1;ids=2`, `;r=1;g=2` */
export const matrixExploded: Style = (name, value, encode) =>
  Array.isArray(value)
    ? value.map((each) => (each == null ? "" : matrix(name, each, encode))).join("")
    : typeof value === "object"
      ? `;${join(value, encode, ";", "=")}`
      : matrix(name, value, encode);

/** A value, the items of a list or the members of an object as one text. Items and members that are null are left out. */
function join(value: unknown, encode: (value: unknown) => string, between: string, inside: string = between): string {
  if (typeof value !== "object" || value === null) return encode(value);
  if (Array.isArray(value))
    return value
      .filter((each) => each != null)
      .map(encode)
      .join(between);
  return Object.entries(value)
    .filter(([, each]) => each != null)
    .map(([key, each]) => encode(key) + inside + encode(each))
    .join(between);
}
