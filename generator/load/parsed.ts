import type { MutableJson } from "../shared/json.js";

/** Where a value stands in a text, and the key that names it. */
export interface Span {
  readonly keyOffset: number;
  readonly valueOffset: number;
}

/** Finds the span of the value at a path of keys, or of its nearest ancestor that is there. */
export type FindSpan = (path: readonly string[]) => Span;

/** Something wrong inside a text. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
  readonly offset: number;
}

/** What a parser makes of a text. */
export type Parsed =
  | { readonly kind: "value"; readonly value: MutableJson; readonly findSpan: FindSpan }
  | { readonly kind: "faults"; readonly faults: readonly Fault[] };
