/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * A JSON value while LOAD processes it; LOAD returns it frozen. An integer that a number cannot hold exactly is a
 * bigint until LOAD has decided whether it can be omitted.
 */
export type MutableJson = null | boolean | number | bigint | string | MutableJson[] | MutableObject;
export interface MutableObject {
  [key: string]: MutableJson;
}

/** Whether a value is a JSON object: not null and not a list. */
export function isObject(value: MutableJson | undefined): value is MutableObject;
export function isObject(value: Json | undefined): value is JsonObject;
export function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value if it is an object, else undefined; for reading unvalidated documents. */
export function asObject(value: Json | undefined): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

/** The value if it is a list, else an empty one. */
export function asList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The value if it is a string, else "". */
export function asText(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

/** The value under a key of an object or a list, never an inherited one: a name in a document may be `constructor`. */
export function ownValue(container: MutableJson | undefined, key: string): MutableJson | undefined;
export function ownValue(container: Json | undefined, key: string): Json | undefined;
export function ownValue(container: Json | MutableJson | undefined, key: string): Json | MutableJson | undefined {
  if (typeof container !== "object" || container === null || !Object.hasOwn(container, key)) return undefined;
  if (Array.isArray(container)) return /^(?:0|[1-9]\d*)$/.test(key) ? container[Number(key)] : undefined;
  return (container as JsonObject)[key];
}

/** An own value of a record, for keys that come from a file. */
export function ownEntry<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Sets a key as an own property; an assignment to `__proto__` would change the prototype instead. */
export function setOwn(object: MutableObject, key: string, value: MutableJson): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  } else {
    object[key] = value;
  }
}

/** Freezes plain data all the way down, in place; a frozen value is assumed to be deeply frozen. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const child of Object.values(value)) deepFreeze(child);
  return value;
}
