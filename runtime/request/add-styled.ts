import { refuseArgument } from "../errors/refuse-argument.js";
import type { AddParameter } from "../operation.js";
import { addCookie } from "./add-cookie.js";
import { addHeader } from "./add-header.js";
import { exactText, printExact } from "./styles/exact-text.js";

/** Adds a header or cookies that are a list, an object or JSON, as the style says. Of an empty list nothing is sent. */
export const addStyled: AddParameter = (headers, kind, name, value, field, { style, encode }) => {
  if (kind === "header") {
    const text = style?.(name, value, printExact) ?? printExact(value);
    if (text || !style) addHeader(headers, kind, name, text, field);
    return;
  }
  const write = (each: unknown): string => (encode ?? exactText)(each, field);
  const pairs = style ? style(name, value, write) : `${name}=${write(value)}`;
  const at = pairs.indexOf("=");
  if (at === 0) throw refuseArgument(field, "has a member without a name");
  if (at > 0) addCookie(headers, pairs.slice(0, at), pairs.slice(at + 1));
};
