import { addCookie } from "../../request/add-cookie.js";
import type { SendKey } from "../../types.js";

/** Sends the key in a cookie, beside those that are arguments. */
export const cookieKey: SendKey = ({ headers }, { name, prefix }, key) => {
  addCookie(headers, name, encodeURIComponent(prefix + key));
};
