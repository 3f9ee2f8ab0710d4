import type { QueryPart } from "../types.js";
import { encodeText } from "./encode-text.js";

/** One query parameter as `name=value` pieces, encoded. Nothing for an absent value or null. */
export function buildQuery(
  name: string,
  value: unknown,
  part: Partial<QueryPart> = {},
  field: string = name,
): string[] {
  const { style, explode, allowReserved } = part;
  const encode = (each: unknown): string => {
    const text = encodeText(each, field);
    // Reserved characters stay bare, but for those that would end the value or change its meaning: & = + #
    return allowReserved ? text.replace(/%(3A|2F|3F|40|24|2C|3B|5B|5D)/g, decodeURIComponent) : text;
  };
  const pair = (key: string, text: string): string => `${encode(key)}=${text}`;
  if (value == null) return [];
  if (style === "json") return [pair(name, encode(JSON.stringify(value)))];
  if (typeof value !== "object") return [pair(name, encode(value))];
  const separator =
    style === "spaceDelimited" ? "%20" : style === "pipeDelimited" ? "%7C" : explode === false ? "," : "";
  if (separator) {
    const flat = Array.isArray(value) ? value : Object.entries(value).flat();
    return flat.length ? [pair(name, flat.map(encode).join(separator))] : [];
  }
  if (Array.isArray(value)) return value.map((each) => pair(name, encode(each)));
  const deep = style === "deepObject";
  return Object.entries(value).flatMap(([key, each]) =>
    buildQuery(deep ? `${name}[${key}]` : key, each, deep ? part : {}, field),
  );
}
