import type { AnySchemaObject, ValidateFunction } from "ajv";

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  /** The value is JSON text. */
  readonly isJson: boolean;
  readonly isList: boolean;
  readonly validate: ValidateFunction;
}

/** What the server needs to know of one operation of the document. */
export interface OperationSpec {
  readonly id: string;
  readonly method: string;
  /** `/v1/memories/{memory_id}/` */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly required: boolean; readonly validate: ValidateFunction } | undefined;
  /** The schema of each answer by its status, with any `$ref` at its root and in its alternatives followed. */
  readonly answers: ReadonlyMap<string, AnySchemaObject>;
}
