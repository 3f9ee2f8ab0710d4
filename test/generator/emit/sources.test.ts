import fc from "fast-check";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Code } from "../../../generator/emit/print/code.js";
import { buildDocs } from "../../../generator/emit/print/comment.js";
import { buildSource } from "../../../generator/emit/print/source.js";
import { buildConstant } from "../../../generator/emit/print/statements.js";
import { printKey } from "../../../generator/emit/print/string.js";
import { typeCode } from "../../../generator/emit/print/type.js";
import { importType, importValue } from "../../../generator/shared/import-symbol.js";
import { startTypeScript, type TypeScript } from "../../../generator/workers/start-typescript.js";
import type { Structure } from "../../../generator/workers/structures.js";
import { cpuTime } from "../../helpers/cpu-time.js";

let typescript: TypeScript;
beforeAll(() => {
  typescript = startTypeScript();
});
afterAll(() => typescript.close());

const valueType: Code = { text: "Value", uses: [importType("Value", "types/value.js")] };

/** An interface with one member and a constant, each with the text wherever a document's text may stand. */
function buildStatements(text: string): Structure[] {
  return [
    {
      kind: "Interface",
      name: "Holder",
      docs: buildDocs(text),
      properties: [
        {
          name: printKey(`key ${text}`),
          type: typeCode({ kind: "literal", value: text }, 2),
          docs: buildDocs(text, 2),
        },
        { name: "next", type: typeCode({ kind: "literal", value: `${text}/*` }, 2) },
      ],
    },
    buildConstant(importValue("value", "a.js"), valueType, { text, list: [text, "`", `"${text}`] }, text),
  ];
}

test("text of a document stays where it is, whatever it holds", async () => {
  const pieces = ["\\", '"', "'", "`", "/*", "*/", "//", "$", "$0$", "$$1$$", "${", "}", "\n", "a"];
  const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join(""));
  const texts = [...fc.sample(hostile, { numRuns: 150, seed: 7 }), "\\", "$0$", "$"];
  const files = texts.map((text, index) => buildSource(`a${index}.ts`, buildStatements(text)));
  const printed = await typescript.printSources(files);
  for (const [index, text] of texts.entries()) {
    const file = ts.createSourceFile("a.ts", printed[index] ?? "", ts.ScriptTarget.ES2022, true);
    const [imported, holder, constant, ...more] = file.statements;
    const label = `${JSON.stringify(text)}\n${printed[index]}`;
    expect(more, label).toEqual([]);
    if (!imported || !ts.isImportDeclaration(imported)) throw new Error(label);
    if (!holder || !ts.isInterfaceDeclaration(holder)) throw new Error(label);
    if (!constant || !ts.isVariableStatement(constant)) throw new Error(label);
    const [member, next] = holder.members.map((each) => each as ts.PropertySignature);
    expect(member?.name && ts.isStringLiteral(member.name) && member.name.text).toBe(`key ${text}`);
    expect(readLiteral(member?.type)).toBe(text);
    expect(readLiteral(next?.type)).toBe(`${text}/*`);
    const value = constant.declarationList.declarations[0]?.initializer?.getText() ?? "";
    expect(new Function(`return ${value}`)(), label).toEqual({ text, list: [text, "`", `"${text}`] });
  }
});

function readLiteral(type: ts.TypeNode | undefined): string {
  if (type === undefined || !ts.isLiteralTypeNode(type)) throw new Error("not a literal");
  return (type.literal as ts.StringLiteral).text;
}

test("a text of the document is never mistaken for a place to fill, however it is written, and costs little", async () => {
  const texts = ["$0$1$0$", "$0$ $1$ $2$", "$".repeat(200_000), "$0".repeat(50_000)];
  const files = [
    buildSource("a.ts", [
      buildConstant(importValue("value", "a.js"), valueType, { a: 1 }, texts.join("\n")),
      { kind: "TypeAlias", name: "B", isExported: true, type: { text: "1 | 2" } },
    ]),
  ];
  let printed = "";
  expect(await cpuTime(async () => ([printed = ""] = await typescript.printSources(files)))).toBeLessThan(10_000);
  expect(printed).toContain("type B = 1 | 2;");
  for (const text of texts) expect(printed).toContain(text);
});

test("statements stand apart, and long lists of names take a line per name", async () => {
  const names = [..."abcdefgh"].map((letter) => importType(letter.repeat(16), "types/all.js"));
  const either: Code = { text: "1 | 2", uses: names };
  const [text] = await typescript.printSources([
    buildSource("a.ts", [
      { kind: "ExportDeclaration", moduleSpecifier: "./b.js", namedExports: ["b"] },
      { kind: "TypeAlias", name: "A", isExported: true, type: either },
      { kind: "TypeAlias", name: "B", isExported: true, type: "B[]" },
      buildConstant(importValue("value", "a.js"), valueType, { a: 1 }, "A value."),
    ]),
  ]);
  expect(text).toMatchInlineSnapshot(`
    "import type {
      aaaaaaaaaaaaaaaa,
      bbbbbbbbbbbbbbbb,
      cccccccccccccccc,
      dddddddddddddddd,
      eeeeeeeeeeeeeeee,
      ffffffffffffffff,
      gggggggggggggggg,
      hhhhhhhhhhhhhhhh,
    } from "./types/all.js";
    import type { Value } from "./types/value.js";

    export { b } from "./b.js";

    export type A = 1 | 2;

    export type B = B[];

    /** A value. */
    export const value: Value = { a: 1 };
    "
  `);
});
