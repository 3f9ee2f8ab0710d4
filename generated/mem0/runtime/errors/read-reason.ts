/** Names of a sentence in an error, in the order in which they are told: those of RFC 9457 and OAuth among them. */
const names = ["title", "error", "error_description", "detail", "message", "errors", "details"];

/** The sentence in the body of an error response, whatever its shape: text, a page, a list, fields with lists. */
export function readReason(body: unknown, depth: number = 0): string {
  if (body == null || depth > 4) return "";
  if (typeof body !== "object") {
    const text = `${body}`.slice(0, 9999);
    // Of a page, what a person reads. Cut first, so that a hostile page costs little.
    return /^\s*</.test(text) ? text.replace(/<(style|script)[\s\S]*?<\/\1>|<[^<>]*>/gi, " ") : text;
  }
  const read = (value: unknown): string => readReason(value, depth + 1);
  if (Array.isArray(body)) return body.slice(0, 5).map(read).filter(Boolean).join("; ");
  const fields = body as Record<string, unknown>;
  const named = new Set(names.map((name) => Object.hasOwn(fields, name) && read(fields[name])).filter(Boolean));
  if (named.size) return [...named].join(": ");
  const parts = Object.entries(fields).map(([name, value]) => `${name}: ${read(value)}`);
  return parts.slice(0, 5).join("; ");
}
