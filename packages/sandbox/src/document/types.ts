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

/** What the server needs to know about one operation of the document. */
export interface OperationSpec {
  readonly id: string;
  readonly method: string;
  /** `/v1/memories/{memory_id}/` */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly required: boolean; readonly validate: ValidateFunction } | undefined;
  /** Response schemas by status, with `$ref` resolved at the root and in the alternatives. */
  readonly answers: ReadonlyMap<string, AnySchemaObject>;
}
