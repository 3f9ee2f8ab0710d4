import type { MutableJson, MutableObject } from "./mutable-json.js";

/** Sets a key as an own property; an assignment to `__proto__` would change the prototype instead. */
export function setOwn(object: MutableObject, key: string, value: MutableJson): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  } else {
    object[key] = value;
  }
}
