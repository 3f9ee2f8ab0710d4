import { type ImportSymbol, isImportSymbol } from "../../shared/import-symbol.js";
import type { Printed } from "../../workers/structures.js";
import { printIdentifier } from "./string.js";

/** Source text with the names of other files in it, which its file imports. */
export interface Code extends Printed {
  readonly uses: readonly ImportSymbol[];
}

/** Source text written here, with names and printed code in its placeholders. */
export function code(texts: TemplateStringsArray, ...parts: readonly (ImportSymbol | Code)[]): Code {
  const printed = parts.map((part) => (isImportSymbol(part) ? printIdentifier(part.name) : part.text));
  return { text: String.raw({ raw: texts.raw }, ...printed), uses: listSymbols(parts) };
}

/** A name that the file declares. */
export function nameCode(name: string): Code {
  return { text: printIdentifier(name), uses: [] };
}

/** The symbols anywhere inside a value. */
export function listSymbols(value: unknown): readonly ImportSymbol[] {
  if (typeof value !== "object" || value === null) return [];
  return isImportSymbol(value) ? [value] : Object.values(value).flatMap(listSymbols);
}
