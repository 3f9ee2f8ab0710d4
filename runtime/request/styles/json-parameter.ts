import type { Style } from "../../operation.js";
import { printJson } from "../bodies/exact-json.js";

/** A parameter of the query with `content: application/json`. */
export const jsonParameter: Style = (name, value, encode) => `${encode(name)}=${encode(printJson(value))}`;

/** The same in a path, whose style has no name. */
export const jsonSegment: Style = (_, value, encode) => encode(printJson(value));

/** The same in a header: all that is not ASCII is escaped. */
export const jsonHeader: Style = (_, value, encode) =>
  encode(printJson(value).replace(/[^ -~]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`));
