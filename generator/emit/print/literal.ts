import type { Json } from "../../shared/json.js";
import { printKey } from "./key.js";
import { printString } from "./string.js";

const width = 120;

/**
 * Data as a TypeScript literal, in the form a formatter would leave: on one line where it fits, else one entry a line.
 *
 * @param indent - columns that the line starts with
 * @param taken - columns already used on the line, and the one or two that follow the literal
 */
export function printLiteral(value: Json, indent = 0, taken: number = indent): string {
  if (typeof value === "string") return printString(value);
  if (value === null || typeof value !== "object") return printScalar(value);
  const flat = printFlat(value);
  if (flat.length + taken <= width) return flat;
  const inner = " ".repeat(indent + 2);
  const lines = Array.isArray(value)
    ? value.map((item: Json) => `${inner}${printLiteral(item, indent + 2, indent + 3)},`)
    : Object.entries(value).map(([key, item]) => {
        const name = printProperty(key);
        const text = printLiteral(item, indent + 2, indent + 5 + name.length);
        const long = typeof item === "string" && inner.length + name.length + text.length + 3 > width;
        return long ? `${inner}${name}:\n${inner}  ${text},` : `${inner}${name}: ${text},`;
      });
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.join("\n")}\n${" ".repeat(indent)}${close}`;
}

function printFlat(value: Json): string {
  if (typeof value === "string") return printString(value);
  if (value === null || typeof value !== "object") return printScalar(value);
  if (Array.isArray(value)) return `[${value.map(printFlat).join(", ")}]`;
  const entries = Object.entries(value).map(([key, item]) => `${printProperty(key)}: ${printFlat(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** `__proto__: x` would set the prototype; `["__proto__"]: x` is a key like any other. */
function printProperty(key: string): string {
  return key === "__proto__" ? '["__proto__"]' : printKey(key);
}

function printScalar(value: null | boolean | number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
