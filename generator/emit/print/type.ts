import type { PropertyShape, TypeShape } from "../../plan/types.js";
import { printComment } from "./comment.js";
import { printKey } from "./key.js";
import { printString } from "./string.js";

/** A type as TypeScript text. Objects stand on several lines, one property a line. */
export function printType(shape: TypeShape, indent = 0): string {
  switch (shape.kind) {
    case "keyword":
      return shape.name;
    case "void":
      return "void";
    case "literal":
      return typeof shape.value === "string" ? printString(shape.value) : String(shape.value);
    case "wire":
      return `${shape.root}${shape.path.map((step) => `[${printString(step)}]`).join("")}`;
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

/** Import roots of types/openapi.ts that a type uses. */
export function readRoots(shape: TypeShape): string[] {
  switch (shape.kind) {
    case "wire":
      return [shape.root];
    case "array":
      return readRoots(shape.items);
    case "tuple":
      return shape.items.flatMap(readRoots);
    case "union":
    case "intersection":
      return shape.of.flatMap(readRoots);
    case "object":
      return [...shape.properties.flatMap(({ type }) => readRoots(type)), ...(shape.rest ? readRoots(shape.rest) : [])];
    default:
      return [];
  }
}

function printPart(part: TypeShape, kind: "union" | "intersection", indent: number): string {
  const text = printType(part, indent);
  return kind === "intersection" && part.kind === "union" ? `(${text})` : text;
}

function printObject(properties: readonly PropertyShape[], rest: TypeShape | undefined, indent: number): string {
  if (properties.length === 0) return `Record<string, ${rest === undefined ? "never" : printType(rest, indent)}>`;
  const pad = " ".repeat(indent + 2);
  const lines = properties.map(({ name, optional, type, description }) => {
    const comment = printComment(description, indent + 2);
    return `${comment}${pad}${printKey(name)}${optional ? "?" : ""}: ${printType(type, indent + 2)};\n`;
  });
  if (rest !== undefined) lines.push(`${pad}[key: string]: ${printType(rest, indent + 2)};\n`);
  return `{\n${lines.join("")}${" ".repeat(indent)}}`;
}
