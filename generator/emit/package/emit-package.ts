import type { Plan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import type { JsonObject } from "../../shared/json.js";
import { printJson } from "../print/json.js";
import { binName, binPath } from "./emit-bin.js";

/** package.json, the settings of its build, and what git leaves out. */
export function emitPackage(plan: Plan): GeneratedFile[] {
  return [
    { path: "package.json", text: printJson(packageJson(plan)) },
    { path: "tsconfig.json", text: printJson(tsconfig) },
    { path: "build.mjs", text: build },
    { path: ".gitignore", text: "dist/\nnode_modules/\n" },
  ];
}

function packageJson(plan: Plan): JsonObject {
  const { pack } = plan.model;
  return {
    name: pack.name,
    version: pack.version,
    description: pack.description,
    license: "MIT",
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19" },
    bin: { [binName(plan)]: binPath(plan) },
    exports: {
      ".": entry("index"),
      "./client": entry("client/index"),
      "./tools": entry("tools/index"),
      "./tools/*": entry("tools/*"),
      "./profiles": entry("profiles/index"),
      "./profiles/*": entry("profiles/*"),
      "./runtime": entry("runtime/index"),
      "./ai-sdk": entry("runtime/adapters/ai-sdk"),
      "./mcp": entry("mcp"),
      "./definitions/*": "./definitions/*",
      "./tools.lock.json": "./tools.lock.json",
      "./package.json": "./package.json",
    },
    files: [
      "dist",
      "definitions",
      "docs",
      "tools.lock.json",
      // The source condition and the source maps of editors need the text as well.
      "*.ts",
      "bin",
      "client",
      "profiles",
      "runtime",
      "tools",
      "types",
      "validators",
    ],
    scripts: {
      build: "node build.mjs && tsc -p tsconfig.json",
      prepare: "npm run build",
    },
    // What the adapters are for. Types and imports of both stay out of the build.
    peerDependencies: { "@modelcontextprotocol/server": "^2.4.0", ai: "^7.0.0" },
    peerDependenciesMeta: { "@modelcontextprotocol/server": { optional: true }, ai: { optional: true } },
    devDependencies: { esbuild: "0.28.2", typescript: "5.9.3" },
  };
}

function entry(path: string): JsonObject {
  return { source: `./${path}.ts`, types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` };
}

const tsconfig: JsonObject = {
  compilerOptions: {
    target: "ES2022",
    // fetch, URL and AbortSignal, which Node and edge runtimes have too.
    lib: ["ES2022", "DOM"],
    types: [],
    module: "NodeNext",
    moduleResolution: "NodeNext",
    strict: true,
    declaration: true,
    emitDeclarationOnly: true,
    isolatedDeclarations: true,
    verbatimModuleSyntax: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    rootDir: ".",
    outDir: "dist",
  },
  include: ["*.ts", "client", "profiles", "runtime", "tools", "types"],
};

const build = `// The JavaScript of the pack: one file an entry, since loading 200 small modules takes longer than all that they do.
// The declarations are tsc's.
import { readdirSync, rmSync } from "node:fs";
import { build } from "esbuild";

rmSync("dist", { recursive: true, force: true });
const list = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => \`\${folder}/\${name}\`);

await build({
  entryPoints: [
    "index.ts",
    "command.ts",
    "mcp.ts",
    "client/index.ts",
    "runtime/index.ts",
    "runtime/adapters/ai-sdk.ts",
    ...list("profiles"),
    ...list("tools"),
  ],
  outdir: "dist",
  outbase: ".",
  bundle: true,
  format: "esm",
  target: "es2022",
  packages: "external",
  minifySyntax: true,
  minifyWhitespace: true,
  // Node shows the line of an error that nobody caught: it must not be all of the file.
  lineLimit: 160,
});
`;
