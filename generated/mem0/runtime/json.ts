/** Whether a value is a JSON object: neither null nor a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of an own key: a name from outside never reaches a prototype. */
export function own<Value>(values: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined {
  return values && Object.hasOwn(values, name) ? values[name] : undefined;
}

/** The value at an RFC 6901 pointer, through own keys only. */
export function readPointer(value: unknown, pointer: string): unknown {
  let found = value;
  for (const part of pointer.split("/").slice(1)) {
    const key = unescapePointer(part);
    if (!found || typeof found !== "object" || !Object.hasOwn(found, key)) return;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}

/** The key that one part of an RFC 6901 pointer names. */
export function unescapePointer(part: string): string {
  return part.includes("~") ? part.replaceAll("~1", "/").replaceAll("~0", "~") : part;
}
