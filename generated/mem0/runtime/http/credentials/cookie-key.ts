import { refuseArgument } from "../../errors/refuse-argument.js";
import { addCookie } from "../../request/add-cookie.js";
import type { SendKey } from "../../types.js";

/** Sends the key in a cookie, beside those that are arguments. Rejects one that has its name. */
export const cookieKey: SendKey = ({ headers }, { name, prefix }, key) => {
  const cookies = headers["cookie"]?.split(";") ?? [];
  // Compared as a service may read them, which trims and decodes a name.
  if (cookies.some((cookie) => new URLSearchParams(cookie.trim()).has(name)))
    throw refuseArgument(name, "is the key of the pack and no argument");
  addCookie(headers, name, encodeURIComponent(prefix + key));
};
