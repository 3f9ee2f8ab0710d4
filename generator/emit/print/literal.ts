import { type ImportSymbol, isImportSymbol } from "../../shared/import-symbol.js";
import type { Json } from "../../shared/json.js";
import { type Code, listSymbols } from "./code.js";
import { printIdentifier, printKey, printString } from "./string.js";

const width = 120;

/** What a literal may hold: data, and names of other files. */
export type Printable = Json | ImportSymbol | readonly Printable[] | { readonly [key: string]: Printable };

/**
 * Data as a TypeScript literal, in the form a formatter would leave: on one line where it fits, else one entry per line.
 *
 * @param indent - columns that the line starts with
 * @param taken - columns already used on the line, and the one or two that follow the literal
 */
export function printLiteral(value: Printable, indent = 0, taken: number = indent): string {
  const flat = printFlat(value, width - taken);
  if (flat !== undefined) return flat;
  if (typeof value !== "object" || value === null || isImportSymbol(value)) return printOne(value);
  const inner = " ".repeat(indent + 2);
  const lines = Array.isArray(value)
    ? value.map((item: Printable) => `${inner}${printLiteral(item, indent + 2, indent + 3)},`)
    : Object.entries(value).map(([key, item]) => {
        const name = printProperty(key);
        const text = printLiteral(item, indent + 2, indent + 5 + name.length);
        const long = typeof item === "string" && inner.length + name.length + text.length + 3 > width;
        return long ? `${inner}${name}:\n${inner}  ${text},` : `${inner}${name}: ${text},`;
      });
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.join("\n")}\n${" ".repeat(indent)}${close}`;
}

/** On one line, if that takes at most `room` columns: what is longer is not printed at each level only to be measured. */
function printFlat(value: Printable, room: number): string | undefined {
  if (typeof value === "string" && value.length > room) return undefined;
  if (typeof value !== "object" || value === null || isImportSymbol(value)) return ifFits(printOne(value), room);
  const isList = Array.isArray(value);
  const parts: string[] = [];
  let left = room - (isList ? 2 : 4);
  for (const [key, item] of Object.entries(value)) {
    const name = isList ? "" : `${printProperty(key)}: `;
    const text = printFlat(item, left - name.length);
    if (text === undefined) return undefined;
    parts.push(name + text);
    left -= name.length + text.length + 2;
  }
  if (isList) return ifFits(`[${parts.join(", ")}]`, room);
  return ifFits(parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`, room);
}

function ifFits(text: string, room: number): string | undefined {
  return text.length <= room ? text : undefined;
}

function printOne(value: string | null | boolean | number | ImportSymbol): string {
  if (typeof value === "string") return printString(value);
  if (isImportSymbol(value)) return printIdentifier(value.name);
  return Object.is(value, -0) ? "-0" : String(value);
}

/**
 * `__proto__: x` would set the prototype; `["__proto__"]: x` is a key like any other. For the value of a key that every
 * object inherits, TypeScript expects what is inherited (`constructor` a function), unless it does not know the key.
 */
function printProperty(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return Object.hasOwn(Object.prototype, key) ? `[String(${printString(key)})]` : printKey(key);
}

/** A literal of the outermost level, with what it uses of other files. */
export function literalCode(value: Printable, taken: number): Code {
  return { text: printLiteral(value, 0, taken), uses: listSymbols(value) };
}

/** Data as a JSON file. */
export function printJson(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
