import type { InterfaceDeclarationStructure, TypeAliasDeclarationStructure } from "ts-morph";

/** A structure of ts-morph as plain data, which can be sent to the thread that prints it. */
export type Declaration =
  | (Omit<InterfaceDeclarationStructure, "kind"> & { readonly kind: "interface" })
  | (Omit<TypeAliasDeclarationStructure, "kind"> & { readonly kind: "alias" });

/** The declarations of one file, in their order. */
export interface DeclarationFile {
  readonly path: string;
  readonly declarations: readonly Declaration[];
}
