import type { Style } from "../../operation.js";

/** A parameter with `content: application/json`. */
export const jsonParameter: Style = (name, value, encode) => `${encode(name)}=${encode(JSON.stringify(value))}`;
