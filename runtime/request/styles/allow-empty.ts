import type { Style } from "../../operation.js";
import { commaSeparated } from "./delimited.js";
import { form } from "./form.js";

/** `allowEmptyValue`: an empty list or object is sent as `ids=`. */
export const emptyForm: Style = (name, value, encode) => form(name, value, encode) || `${encode(name)}=`;

/** The same for `form` without explode. */
export const emptyList: Style = (name, value, encode) => commaSeparated(name, value, encode) || `${encode(name)}=`;
