import type { Operation } from "../../runtime/operation.js";
import type { ImportSymbol } from "../shared/import-symbol.js";
import type { Json, JsonObject } from "../shared/json.js";

/**
 * A type of the runtime as the data that a generated file holds: functions and the operations of other files are
 * symbols, which the file imports and names.
 */
export type Planned<T> = T extends Operation | ((...args: never) => unknown)
  ? ImportSymbol
  : // JSON is recursive and contains no functions, so it is kept as it is.
    T extends Json
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Planned<Item>[]
      : T extends object
        ? PlannedMembers<T>
        : T;

/** The members of an object, planned; an object of any keys and any values is JSON. */
export type PlannedMembers<T> = string extends keyof T
  ? unknown extends T[keyof T]
    ? JsonObject
    : { readonly [key: string]: Planned<T[keyof T]> }
  : { readonly [Key in keyof T]: Planned<T[Key]> };
