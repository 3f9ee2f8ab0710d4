import type { ImportSymbol } from "../../shared/import-symbol.js";
import type { Structure } from "../../workers/structures.js";
import { type Code, code } from "./code.js";
import { buildDocs } from "./comment.js";
import { literalCode, type Printable } from "./literal.js";
import { buildImports } from "./source.js";
import { printIdentifier } from "./string.js";

/** `export const name: Type = value;` */
export function buildConstant(name: ImportSymbol, type: Code, value: Printable, comment: string): Structure {
  const head = `export const ${printIdentifier(name.name)}: ${type.text} = `;
  return {
    kind: "VariableStatement",
    isExported: true,
    declarationKind: "const",
    docs: buildDocs(comment),
    // Reserve a column for the semicolon.
    declarations: [{ name: name.name, type, initializer: literalCode(value, head.length + 1) }],
  };
}

/** `export function name(options: Options = {}): Result { return ...; }` */
export function buildFunction(
  name: ImportSymbol,
  options: ImportSymbol,
  result: Code,
  statement: Code,
  comment: string,
): Structure {
  return {
    kind: "Function",
    isExported: true,
    name: printIdentifier(name.name),
    docs: buildDocs(comment),
    parameters: [{ name: "options", type: code`${options}`, initializer: "{}" }],
    returnType: result,
    statements: [statement],
  };
}

/** What a file at `path` exports of others: values, then types. */
export function buildExports(path: string, symbols: readonly ImportSymbol[]): Structure[] {
  return [false, true].flatMap((type) =>
    buildImports(
      path,
      symbols.filter((symbol) => symbol.type === type),
    ).map(({ from, names }): Structure => {
      return { kind: "ExportDeclaration", moduleSpecifier: from, namedExports: names, isTypeOnly: type };
    }),
  );
}
