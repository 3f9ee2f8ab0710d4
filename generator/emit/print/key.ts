import { printString } from "./string.js";

/** A property name in an object literal or an interface: bare where it can be. */
export function printKey(name: string): string {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) && name !== "__proto__" ? name : printString(name);
}
