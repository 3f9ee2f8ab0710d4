import { refuseArgument } from "../errors/refuse-argument.js";
import type { SegmentParts } from "../operation.js";
import { printText } from "./encode-text.js";

const longest = 512;
const dots = /(^|[/\\])\.\.?(?=[/\\]|$)/;

/**
 * Fills a path template. Each value stays one segment: what would end it is encoded, and what a server or a proxy
 * could still read as another path (dot segments, however often encoded; control characters) is rejected.
 */
export function buildPath(template: string, read: (argument: string) => unknown, segments?: SegmentParts): string {
  let field = "";
  const check = (text: string): void => {
    const decoded = decode(text);
    if (/[\p{Cc}\p{Cs}]/u.test(decoded) || dots.test(decoded)) throw refuseArgument(field, "is not allowed in a path");
  };
  const encode = (value: unknown): string => {
    const text = Object(value) === value ? "" : printText(value ?? "");
    if (!text) throw refuseArgument(field, "must be a non-empty string or a number");
    if (text.length > longest) throw refuseArgument(field, `is longer than ${longest} characters`);
    check(text);
    return encodeURIComponent(text);
  };
  const path = template.replace(/\{([^{}]*)\}/g, (_, argument: string) => {
    field = argument;
    return segments ? segments.write(segments, argument, read(argument), encode) : encode(read(argument));
  });
  // A value and the constant text next to it can together make what neither is alone. A constant query may hold dots.
  check(path.split("?")[0] as string);
  return path;
}

/** Decodes dots, slashes, percent signs and control characters repeatedly, until nothing changes. */
function decode(text: string): string {
  const decoded = text.replace(/%([01][\da-f]|2[ef5]|5c|7f)/gi, decodeURIComponent);
  return decoded === text ? text : decode(decoded);
}
