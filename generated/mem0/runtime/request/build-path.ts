import { refuseArgument } from "../errors/refuse-argument.js";

const longest = 512;
const dots = /(^|[/\\])\.\.?(?=[/\\]|$)/;

/**
 * Fills a path template. Each value stays one segment: what would end it is encoded, and what a server or a proxy
 * could still read as another path (dot segments, however often encoded; control characters) is refused.
 */
export function buildPath(template: string, read: (argument: string) => unknown): string {
  let field = "";
  const path = template.replace(/\{([^{}]*)\}/g, (_, argument: string) => {
    field = argument;
    const value = read(argument);
    const text = typeof value === "object" || typeof value === "function" ? "" : String(value ?? "");
    if (!text) throw refuseArgument(field, "must be text or a number, and not empty");
    if (text.length > longest) throw refuseArgument(field, `is over ${longest} characters`);
    if (/[\p{Cc}\p{Cs}]/u.test(decode(text)) || dots.test(decode(text))) throw cannotStand(field);
    return encodeURIComponent(text);
  });
  // A value and the constant text beside it can make what neither is alone.
  if (field && (dots.test(decode(path)) || path.split("/").length !== template.split("/").length)) {
    throw cannotStand(field);
  }
  return path;
}

function cannotStand(field: string): Error {
  return refuseArgument(field, "cannot stand in a path");
}

/** Undoes the encodings of dots, slashes, percent signs and control characters, as often as they were applied. */
function decode(text: string): string {
  let last: string;
  let decoded = text;
  do {
    last = decoded;
    decoded = last.replace(/%([01][\da-f]|2[ef5]|5c|7f)/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  } while (decoded !== last);
  return decoded;
}
