import type { MutableJson } from "./mutable-json.js";

/** The value under a key of an object or a list, never one that is inherited. */
export function ownValue(container: MutableJson | undefined, key: string): MutableJson | undefined {
  if (typeof container !== "object" || container === null || !Object.hasOwn(container, key)) {
    return undefined;
  }
  if (Array.isArray(container)) {
    return /^(?:0|[1-9]\d*)$/.test(key) ? container[Number(key)] : undefined;
  }
  return container[key];
}
