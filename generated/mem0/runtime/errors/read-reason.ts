/** The sentence in the body of an error response, whatever its shape: text, a list, `detail`, `error`, fields with lists. */
export function readReason(body: unknown, depth: number = 0): string {
  if (body == null || depth > 4) return "";
  if (typeof body !== "object") return String(body);
  const read = (value: unknown): string => readReason(value, depth + 1);
  if (Array.isArray(body)) return body.slice(0, 5).map(read).filter(Boolean).join("; ");
  const { detail, error, message, errors, details, ...fields } = body as Record<string, unknown>;
  const named = [detail ?? error ?? message ?? errors, details].map(read).filter(Boolean).join(": ");
  if (named) return named;
  const parts = Object.entries(fields).map(([name, value]) => `${name}: ${read(value)}`);
  return parts.slice(0, 5).join("; ");
}
