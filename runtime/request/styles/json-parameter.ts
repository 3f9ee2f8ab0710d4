import type { Style } from "../../operation.js";
import { printJson } from "../bodies/exact-json.js";

/** A parameter with `content: application/json`. */
export const jsonParameter: Style = (name, value, encode) => `${encode(name)}=${encode(printJson(value))}`;
