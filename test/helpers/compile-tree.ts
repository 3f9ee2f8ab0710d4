import { posix } from "node:path";
import ts from "typescript";

/** The strictest settings that a user may compile a pack with. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
  types: [],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  declaration: true,
  isolatedDeclarations: true,
  verbatimModuleSyntax: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  noEmit: true,
};

const libraries = new Map<string, ts.SourceFile | undefined>();

/** What TypeScript finds wrong with a tree of files that is not on disk; empty when it compiles. */
export function compileTree(files: ReadonlyMap<string, string>): string[] {
  const root = "/pack";
  // Modules, also where the tree is a part of a package.
  const tree = new Map([[`${root}/package.json`, '{ "type": "module" }']]);
  for (const [path, text] of files) tree.set(posix.join(root, path), text);
  const folders = new Set([...tree.keys()].flatMap(parents));
  const disk = ts.createCompilerHost(options);
  const libraryFolder = posix.dirname(disk.getDefaultLibFileName(options).replaceAll("\\", "/"));
  const host: ts.CompilerHost = {
    ...disk,
    getCurrentDirectory: () => root,
    fileExists: (path) => tree.has(path),
    directoryExists: (path) => folders.has(path),
    getDirectories: () => [],
    realpath: (path) => path,
    readFile: (path) => tree.get(path),
    getSourceFile: (path, languageVersion) => {
      const text = tree.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, languageVersion);
      if (!path.startsWith(libraryFolder)) return undefined;
      // The libraries are the same for every tree, and most of the work.
      if (!libraries.has(path)) libraries.set(path, disk.getSourceFile(path, languageVersion));
      return libraries.get(path);
    },
  };
  const sources = [...tree.keys()].filter((path) => path.endsWith(".ts"));
  const program = ts.createProgram(sources, options, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, " ");
    if (diagnostic.file === undefined || diagnostic.start === undefined) return text;
    const { line, character } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start);
    return `${posix.relative(root, diagnostic.file.fileName)}:${line + 1}:${character + 1} ${text}`;
  });
}

function parents(path: string): string[] {
  const folder = posix.dirname(path);
  return folder === path ? [folder] : [folder, ...parents(folder)];
}
