import type { Json, JsonObject } from "../../shared/json.js";

/** Keywords that combine schemas for the same value. */
export type Combined = "allOf" | "anyOf" | "oneOf";

/** A schema in such a list. */
export interface Part {
  readonly raw: Json;
  /** The name under `$defs` of the definition that stands for it. */
  readonly name?: string;
}

/** Something in a schema that tools cannot take as it is written. */
export interface Fault {
  readonly code: string;
  readonly pointer: string;
  readonly message: string;
  readonly fix: string;
}

/** What a translation depends on besides the schema. */
export interface Translation {
  /** OpenAPI 3.0 ignores keywords beside `$ref`; 3.1 does not. */
  readonly version: "3.0" | "3.1";
  /**
   * Whether `properties` without a type means an object: in documents it does, in a rule of the overrides it does not.
   */
  readonly impliesType: boolean;
  /** The name under `$defs` for a `$ref`, or undefined if its target does not exist. */
  ref(ref: string): string | undefined;
  /** Whether a property is for the other direction: readOnly in a request, writeOnly in a response. */
  drops(property: Json | undefined): boolean;
  /** Names of properties that `drops` removes from this schema and from the parts of its `allOf`. */
  droppedNames(schema: JsonObject): ReadonlySet<string>;
  /** The schemas in a list as they apply there. */
  partsOf(schema: JsonObject, keyword: Combined, pointer: string): readonly Part[];
  /** Whether the parts of a `oneOf` may stay one, or must become `anyOf`. */
  unionOf(parts: readonly Part[], pointer: string): "anyOf" | "oneOf";
  /** The names of all properties that a schema and its parts allow together, where they refuse each other's. */
  namesTogether(schema: JsonObject, pointer: string): ReadonlySet<string> | undefined;
  report(fault: Fault): void;
}

/** What the schema around a part of `allOf`, `anyOf` or `oneOf` says for it as well. */
export interface Around {
  /** Properties that another part drops. */
  readonly dropped: ReadonlySet<string>;
  /** The type is said outside, or in another part. */
  readonly typed: boolean;
}
