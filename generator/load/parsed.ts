import type { MutableJson } from "../shared/json.js";

/** Where a value starts in a text, and where the key that names it does. */
export interface Span {
  readonly keyOffset: number;
  readonly valueOffset: number;
}

/** Finds the span of the value at a path of keys, or of its nearest ancestor that exists. */
export type FindSpan = (path: readonly string[]) => Span;

/** A problem inside a text. */
export interface Fault {
  readonly code: string;
  /** Continues "The document `api.yaml` ...". */
  readonly message: string;
  readonly fix: string;
  readonly offset: number;
}

/** A repeated key; the value is that of the last one. Its place decides whether that is an error. */
export interface Repeat {
  readonly path: readonly string[];
  readonly offset: number;
}

/** The result of parsing a text. An integer that a number cannot hold exactly is a bigint. */
export type Parsed =
  | {
      readonly kind: "value";
      readonly value: MutableJson;
      readonly repeats: readonly Repeat[];
      readonly findSpan: FindSpan;
    }
  | { readonly kind: "faults"; readonly faults: readonly Fault[] };
