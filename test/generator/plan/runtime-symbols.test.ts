import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { runtimeSymbols } from "../../../generator/plan/runtime-symbols.js";
import { fileOf } from "../../../generator/shared/import-symbol.js";

const root = new URL("../../../", import.meta.url);

/** What a file exports, and whether as a type. */
function readExports(file: string): ReadonlyMap<string, "type" | "value"> {
  const text = readFileSync(new URL(file.replace(/\.js$/, ".ts"), root), "utf8");
  const found = new Map<string, "type" | "value">();
  for (const node of ts.createSourceFile(file, text, ts.ScriptTarget.Latest).statements) {
    if (ts.isExportDeclaration(node) && node.exportClause && ts.isNamedExports(node.exportClause)) {
      for (const { isTypeOnly, name } of node.exportClause.elements)
        found.set(name.text, node.isTypeOnly || isTypeOnly ? "type" : "value");
    }
    if (!ts.canHaveModifiers(node)) continue;
    if (!ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
    if (ts.isVariableStatement(node)) {
      for (const { name } of node.declarationList.declarations)
        if (ts.isIdentifier(name)) found.set(name.text, "value");
    }
    if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) found.set(node.name?.text ?? "", "value");
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) found.set(node.name.text, "type");
  }
  return found;
}

test.each(Object.entries(runtimeSymbols))("the runtime exports %s", (key, symbol) => {
  expect(symbol.name).toBe(key);
  expect(readExports(fileOf(symbol)).get(symbol.name)).toBe(symbol.type ? "type" : "value");
});
