import type { Plan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import type { JsonObject } from "../../shared/json.js";
import { printJson } from "../print/literal.js";

/** What `mcp` of the command imports when it starts. */
const MCP_SERVER = { name: "@modelcontextprotocol/server", range: "^2.4.0" };

/** package.json, the settings of its build, and what git leaves out. */
export function emitPackage(plan: Plan): GeneratedFile[] {
  return [
    { path: "package.json", text: printJson(packageJson(plan)) },
    { path: "tsconfig.json", text: printJson(tsconfig) },
    { path: "build.mjs", text: printBuild(plan) },
    { path: ".gitignore", text: "dist/\nnode_modules/\n" },
  ];
}

function packageJson({ adapters, bin, model: { pack } }: Plan): JsonObject {
  const peers = [MCP_SERVER, ...adapters.flatMap(({ peer }) => (peer === undefined ? [] : [peer]))];
  return {
    name: pack.name,
    version: pack.version,
    description: pack.description.replace(/\s+/g, " "),
    license: "MIT",
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19" },
    bin: { [bin.name]: bin.path },
    exports: {
      ".": entry("index"),
      "./client": entry("client/index"),
      "./tools": entry("tools/index"),
      "./tools/*": entry("tools/*"),
      "./profiles": entry("profiles/index"),
      "./profiles/*": entry("profiles/*"),
      "./runtime": entry("runtime/index"),
      ...Object.fromEntries(adapters.map(({ name, file }) => [`./${name}`, entry(file)])),
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
      // The `source` condition needs the TypeScript.
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
    // What the adapters are for. Their types and imports stay out of the build.
    peerDependencies: Object.fromEntries(peers.map(({ name, range }) => [name, range])),
    peerDependenciesMeta: Object.fromEntries(peers.map(({ name }) => [name, { optional: true }])),
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

function printBuild({ adapters }: Plan): string {
  const files = adapters.map(({ file }) => `    "${file}.ts",\n`).join("");
  return `// The JavaScript of the pack: one file per entry, because loading 200 small modules is slower than running
// them. tsc emits the declarations.
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
${files}    ...list("profiles"),
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
  // Node prints the source line of an uncaught error, which must not be the whole file.
  lineLimit: 160,
});
`;
}
