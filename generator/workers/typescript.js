// Everything of a run that needs a TypeScript compiler, beside the rest: the wire types (openapi-typescript), and source
// files of ts-morph structures.
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";

// Required, not imported: before an import Node parses all of TypeScript once more to find out which format it has.
const require = createRequire(import.meta.url);
const { Project, StructureKind, ts } = require("ts-morph");

// One compiler for both: openapi-typescript asks for its peer and gets the one that ts-morph brings, which saves a twelfth
// of a run's processor time and 20 MB (docs/adr/0009).
const peer = require.resolve("typescript");
require.cache[peer] = { id: peer, filename: peer, loaded: true, exports: ts, children: [], paths: [] };

const { astToString, resolveRef, scanDiscriminators, transformSchema } = require("openapi-typescript");

const width = 120;
const printers = { wireTypes: printWireTypes, sources: printSources };

parentPort?.on("message", ({ id, kind, input }) => {
  try {
    parentPort?.postMessage({ id, output: printers[kind](input) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});

function printSources(files) {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    manipulationSettings: { indentationText: "  " },
  });
  return files.map((file) => printSource(project, file));
}

/**
 * Text that is printed already is left out of what ts-morph prints, and put into its place afterwards: ts-morph would move
 * its lines, lose count of its strings (`"\\"`), and parse it once more (docs/adr/0012).
 */
function printSource(project, { path, statements }) {
  const texts = [];
  // A name that no other text of the file contains, as a fence around code is longer than any in it.
  let hole = "$";
  const others = JSON.stringify(statements, (key, value) => (key === "text" ? undefined : value));
  while (others.includes(hole)) hole += "$";
  const leaveOut = (text) => `${hole}${texts.push(text) - 1}${hole}`;

  const structures = statements.map((statement, index) => toStructure(statement, statements[index - 1], leaveOut));
  // Handed over once: each later change would parse the file again.
  const file = project.createSourceFile(path, { statements: structures });
  const parts = file.getFullText().split(hole);
  project.removeSourceFile(file);
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

/**
 * What `openapiTS` does once it has linted and bundled the document. LOAD has done that; to do it again takes as long as
 * printing the types, and the bundler could fetch references.
 */
function printWireTypes(document) {
  const options = { silent: true };
  const nodes = transformSchema(document, {
    ...options,
    emptyObjectsUnknown: true,
    injectFooter: [],
    discriminators: scanDiscriminators(document, options),
    resolve: (ref) => resolveRef(document, ref, options),
  });
  return astToString(nodes);
}
