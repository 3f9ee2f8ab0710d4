// Everything of a run that needs a TypeScript compiler, beside the rest: the wire types (openapi-typescript), and the
// declarations of ts-morph structures.
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

const kinds = { interface: StructureKind.Interface, alias: StructureKind.TypeAlias };
const printers = { wireTypes: printWireTypes, declarations: printDeclarations };

parentPort?.on("message", ({ id, kind, input }) => {
  try {
    parentPort?.postMessage({ id, output: printers[kind](input) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});

function printDeclarations(files) {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    manipulationSettings: { indentationText: "  " },
  });
  return files.map(({ path, declarations }) => {
    // Handed over once: each later change would parse the file again.
    const statements = declarations.map((declaration) => ({ ...declaration, kind: kinds[declaration.kind] }));
    return project.createSourceFile(path, { statements }).getFullText();
  });
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
