import fc from "fast-check";
import ts from "typescript";
import { expect, test } from "vitest";
import { printComment } from "../../../generator/emit/print/comment.js";
import { printLiteral } from "../../../generator/emit/print/literal.js";
import { buildImports } from "../../../generator/emit/print/source.js";
import { printIdentifier } from "../../../generator/emit/print/string.js";
import { printType } from "../../../generator/emit/print/type.js";
import { wireSymbols } from "../../../generator/plan/pack-symbols.js";
import { importType, importValue } from "../../../generator/shared/import-symbol.js";
import type { Json } from "../../../generator/shared/json.js";
import { compileTree } from "../../helpers/compile-tree.js";

test("a literal reads back as what it was, whatever the text", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.integer({ min: 0, max: 118 }), (value, taken) => {
      const text = printLiteral(value as Json, 0, taken);
      expect(new Function(`return ${text}`)()).toEqual(value);
      expect(text).not.toMatch(/[\u2028\u2029\u202e]/);
    }),
    { numRuns: 300 },
  );
});

test("__proto__ is a key like any other in a literal", () => {
  const value = JSON.parse('{"__proto__": {"a": 1}}') as Json;
  expect(printLiteral(value)).toBe('{ ["__proto__"]: { a: 1 } }');
  expect(Object.keys(new Function(`return ${printLiteral(value)}`)())).toEqual(["__proto__"]);
});

test("a literal compiles where its keys are what every object inherits", () => {
  const value = JSON.parse(
    '{"__proto__": {"a": "x"}, "constructor": {"a": "x"}, "toString": {"a": "y"}, "plain": {"a": "y"}}',
  ) as Json;
  const type = 'Readonly<Record<string, { readonly a: "x" | "y" }>>';
  expect(compileTree(new Map([["a.ts", `export const value: ${type} = ${printLiteral(value)};\n`]]))).toEqual([]);
  expect(printLiteral(value)).toContain('[String("toString")]: { a: "y" }, plain: { a: "y" }');
});

test("a literal breaks where it does not fit, and a long text goes to a line of its own", () => {
  const long = "x".repeat(110);
  expect(printLiteral({ a: 1, list: ["b", "c"] })).toBe('{ a: 1, list: ["b", "c"] }');
  expect(printLiteral({ a: 1, "b c": long })).toBe(`{\n  a: 1,\n  "b c":\n    "${long}",\n}`);
});

test("nothing in a comment ends it", () => {
  const hostile = fc.string({ unit: fc.constantFrom("*", "/", "\n", "\r", " ", "@", "a", "\u2028") });
  fc.assert(
    fc.property(hostile, (text) => {
      const source = `${printComment(text)}const a = 1;`;
      const parsed = ts.createSourceFile("a.ts", source, ts.ScriptTarget.ES2022);
      expect(parsed.statements.length).toBe(1);
      expect(source.split("*/").length).toBeLessThanOrEqual(2);
    }),
    { numRuns: 500 },
  );
  expect(printComment("Ends */ here. @deprecated")).toBe("/** Ends * / here. \\@deprecated */\n");
  expect(printComment("")).toBe("");
});

test("only planned names become identifiers", () => {
  expect(printIdentifier("searchMemories")).toBe("searchMemories");
  for (const name of ["", "1a", "a b", "a;b", "a\u2028", "ä"]) expect(() => printIdentifier(name)).toThrow();
});

test("imports follow from the names used: one per file, sorted, far folders first, types marked", () => {
  const symbols = [
    importValue("b", "client/b.js"),
    importType("B", "client/b.js"),
    importType("A", "a.js"),
    importType("A", "a.js"),
    importType("C", "client/c.js"),
    importValue("C", "client/c.js"),
    importValue("own", "client/a.js"),
  ];
  expect(buildImports("client/a.ts", symbols)).toEqual([
    { from: "../a.js", names: ["A"], typeOnly: true },
    { from: "./b.js", names: ["type B", "b"], typeOnly: false },
    { from: "./c.js", names: ["C"], typeOnly: false },
  ]);
});

test("types bind as TypeScript reads them", () => {
  const text = { kind: "keyword", name: "string" } as const;
  const none = { kind: "keyword", name: "null" } as const;
  const either = { kind: "union", of: [text, none] } as const;
  expect(printType({ kind: "array", items: either })).toBe("(string | null)[]");
  expect(printType({ kind: "intersection", of: [either, text] })).toBe("(string | null) & string");
  expect(printType({ kind: "wire", root: wireSymbols.components, path: ["schemas", 'a"b'] })).toBe(
    'components["schemas"]["a\\"b"]',
  );
});
