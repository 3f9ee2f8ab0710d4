import type { ImportSymbol } from "../shared/import-symbol.js";
import type { Json } from "../shared/json.js";

/** A type of the runtime as data: each function is a symbol, which the generated file imports and names. */
export type Planned<T> = T extends (...args: never) => unknown
  ? ImportSymbol
  : // JSON has no end that could be reached, and no functions.
    T extends Json
    ? T
    : T extends object
      ? { readonly [Key in keyof T]: Planned<T[Key]> }
      : T;
