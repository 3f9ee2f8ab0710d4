/** A symbol key cannot occur in document data, so data is never mistaken for an import. */
const file: unique symbol = Symbol("file");

/**
 * A name that a generated file imports from another file of the pack. It is a value that is printed; printing it
 * imports it.
 */
export interface ImportSymbol {
  readonly name: string;
  /** The file that exports it, below the pack, as imports write it: `runtime/index.js`. */
  readonly [file]: string;
  /** Used in types only. */
  readonly type: boolean;
}

/** A value of another file; it can also be used as a type. */
export function importValue(name: string, from: string): ImportSymbol {
  return { name, [file]: from, type: false };
}

/** A type of another file. */
export function importType(name: string, from: string): ImportSymbol {
  return { name, [file]: from, type: true };
}

/** The symbol as a type-only import, so that its file is not loaded at run time. */
export function asType(symbol: ImportSymbol): ImportSymbol {
  return importType(symbol.name, symbol[file]);
}

/** The file that a symbol comes from, as imports write it. */
export function fileOf(symbol: ImportSymbol): string {
  return symbol[file];
}

/** The TypeScript file that a symbol comes from: `client/memories.ts`. */
export function sourceOf(symbol: ImportSymbol): string {
  return symbol[file].replace(/\.js$/, ".ts");
}

/** Whether a value is an import symbol. */
export function isImportSymbol(value: unknown): value is ImportSymbol {
  return typeof value === "object" && value !== null && file in value;
}
