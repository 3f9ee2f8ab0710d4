import { createRequire } from "node:module";

const { Project, StructureKind } = createRequire(import.meta.url)("ts-morph");

const width = 120;

/** TypeScript text of files that are given as structures (structures.ts). */
export function printSources(files) {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    manipulationSettings: { indentationText: "  " },
  });
  return files.map((file) => printSource(project, file));
}

/**
 * Text that is printed already is replaced by a placeholder and inserted afterwards: ts-morph would reindent it,
 * misread its strings (`"\\"`) and parse it again (docs/adr/0012).
 */
function printSource(project, { path, statements }) {
  const texts = [];
  // A name that no other text of the file contains. Found in one pass, since a document chooses the other texts.
  const others = JSON.stringify(statements, (key, value) => (key === "text" ? undefined : value));
  const taken = new Set(others.match(/\$\d+(?=\$)/g));
  let number = 0;
  while (taken.has(`$${number}`)) number += 1;
  const hole = `$${number}$`;
  const leaveOut = (text) => `${hole}${texts.push(text) - 1}${hole}`;

  const structures = statements.map((statement, index) => toStructure(statement, statements[index - 1], leaveOut));
  // Handed over once: each later change would parse the file again.
  const parts = project.createSourceFile(path, { statements: structures }).getFullText().split(hole);
  return parts.map((part, index) => (index % 2 === 0 ? part : texts[part])).join("");
}

function toStructure(statement, before, leaveOut) {
  const isList = statement.kind === "ImportDeclaration" || statement.kind === "ExportDeclaration";
  const follows = before === undefined || (isList && before.kind === statement.kind);
  return {
    ...toWriters(statement, leaveOut),
    ...(isList && wrapNames(statement)),
    kind: StructureKind[statement.kind],
    ...(!follows && { leadingTrivia: (writer) => writer.blankLineIfLastNot() }),
  };
}

function toWriters(value, leaveOut) {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => toWriters(each, leaveOut));
  if (typeof value.text === "string") return leaveOut(value.text);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toWriters(each, leaveOut)]));
}

/** Names between braces: on one line where they fit, else one per line. */
function wrapNames({ kind, isTypeOnly, moduleSpecifier, namedImports, namedExports }) {
  const [key, names] = kind === "ImportDeclaration" ? ["namedImports", namedImports] : ["namedExports", namedExports];
  const from = moduleSpecifier === undefined ? "" : ` from "${moduleSpecifier}"`;
  const line = `import${isTypeOnly ? " type" : ""} { ${names.join(", ")} }${from};`;
  if (line.length <= width) return {};
  return {
    [key]: (writer) => {
      writer.newLine();
      for (const name of names) writer.writeLine(`${name},`);
    },
  };
}
