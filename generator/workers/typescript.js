// Everything of a run that needs a TypeScript compiler, beside the rest: the wire types (openapi-typescript), and source
// files of ts-morph structures.
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";

// Required, not imported: before an import Node parses all of TypeScript once more to find out which format it has.
const require = createRequire(import.meta.url);
const { Project, StructureKind, ts } = require("ts-morph");

// One compiler for both (docs/adr/0009): openapi-typescript asks for a peer and gets the one that ts-morph brings.
const peer = require.resolve("typescript");
require.cache[peer] = { id: peer, filename: peer, loaded: true, exports: ts, children: [], paths: [] };

// In parts, since the package's entry loads a linter and a bundler that a checked and bundled document does not need, and
// that could fetch references.
const { astToString } = require("openapi-typescript/dist/lib/ts.cjs");
const { resolveRef, scanDiscriminators } = require("openapi-typescript/dist/lib/utils.cjs");
const transformSchema = require("openapi-typescript/dist/transform/index.cjs");

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
  // A name that no text of the file contains, as a fence around code is longer than any in it.
  let hole = "$";
  for (const data = JSON.stringify(statements); data.includes(hole); ) hole += "$";
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

function printWireTypes(document) {
  const options = { silent: true };
  const nodes = transformSchema(document, {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: false,
    discriminators: scanDiscriminators(document, options),
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    resolve: (ref) => resolveRef(document, ref, options),
  });
  return astToString(nodes);
}
