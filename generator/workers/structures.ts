import type {
  ClassDeclarationStructure,
  ExportDeclarationStructure,
  FunctionDeclarationStructure,
  ImportDeclarationStructure,
  InterfaceDeclarationStructure,
  StructureKind,
  TypeAliasDeclarationStructure,
  VariableStatementStructure,
  WriterFunction,
} from "ts-morph";

/** Source text that is printed already; a structure holds it where ts-morph accepts a writer. */
export interface Printed {
  readonly text: string;
}

/** A part of a structure as plain data, which can be sent to the thread that prints it. */
type Plain<T> = T extends WriterFunction
  ? Printed
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Plain<T[Key]> }
      : T;

type Kinds = keyof typeof StructureKind;
type Statement<Kind extends Kinds, T> = Plain<Omit<T, "kind" | "declarationKind">> & { readonly kind: Kind };

/** A statement of a file: a structure of ts-morph. */
export type Structure =
  | Statement<"Class", ClassDeclarationStructure>
  | Statement<"ExportDeclaration", ExportDeclarationStructure>
  | Statement<"Function", FunctionDeclarationStructure>
  | Statement<"ImportDeclaration", ImportDeclarationStructure>
  | Statement<"Interface", InterfaceDeclarationStructure>
  | Statement<"TypeAlias", TypeAliasDeclarationStructure>
  | (Statement<"VariableStatement", VariableStatementStructure> & { readonly declarationKind: "const" });

/** A file as its statements, in their order. */
export interface SourceFile {
  readonly path: string;
  readonly statements: readonly Structure[];
}
