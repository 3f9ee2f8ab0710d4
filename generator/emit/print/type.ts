import type { PropertyShape, TypeShape } from "../../plan/types.js";
import { type Code, listSymbols } from "./code.js";
import { printComment } from "./comment.js";
import { printIdentifier, printKey, printString } from "./string.js";

/** A type as TypeScript text. Objects take several lines, one per property. */
export function printType(shape: TypeShape, indent = 0): string {
  switch (shape.kind) {
    case "keyword":
      return shape.name;
    case "void":
      return "void";
    case "literal":
      return typeof shape.value === "string" ? printString(shape.value) : String(shape.value);
    case "wire":
      return `${printIdentifier(shape.root.name)}${shape.path.map((step) => `[${printString(step)}]`).join("")}`;
    case "named":
      return printIdentifier(shape.symbol.name);
    case "array":
      return shape.items.kind === "union" || shape.items.kind === "intersection"
        ? `(${printType(shape.items, indent)})[]`
        : `${printType(shape.items, indent)}[]`;
    case "tuple":
      return `[${shape.items.map((item) => printType(item, indent)).join(", ")}]`;
    case "union":
    case "intersection":
      return shape.of.map((part) => printPart(part, shape.kind, indent)).join(shape.kind === "union" ? " | " : " & ");
    case "object":
      return printObject(shape.properties, shape.rest, indent);
  }
}

/** A type with what it uses of types/openapi.ts. */
export function typeCode(shape: TypeShape, indent: number): Code {
  return { text: printType(shape, indent), uses: listSymbols(shape) };
}

function printPart(part: TypeShape, kind: "union" | "intersection", indent: number): string {
  const text = printType(part, indent);
  return kind === "intersection" && part.kind === "union" ? `(${text})` : text;
}

function printObject(properties: readonly PropertyShape[], rest: TypeShape | undefined, indent: number): string {
  // An alias may not use itself as an argument of Record.
  if (properties.length === 0 && rest !== undefined && JSON.stringify(rest).includes('"kind":"named"'))
    return `{ [key: string]: ${printType(rest, indent)} }`;
  if (properties.length === 0) return `Record<string, ${rest === undefined ? "never" : printType(rest, indent)}>`;
  const pad = " ".repeat(indent + 2);
  const lines = properties.map(({ name, optional, type, description }) => {
    const comment = printComment(description, indent + 2);
    return `${comment}${pad}${printKey(name)}${optional ? "?" : ""}: ${printType(type, indent + 2)};\n`;
  });
  if (rest !== undefined) lines.push(`${pad}[key: string]: ${printType(rest, indent + 2)};\n`);
  return `{\n${lines.join("")}${" ".repeat(indent)}}`;
}
