// The JavaScript of the pack: one file per entry, because loading 200 small modules is slower than running
// them. tsc emits the declarations.
import { readdirSync, rmSync } from "node:fs";
import { build } from "esbuild";

rmSync("dist", { recursive: true, force: true });
const list = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name}`);

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
  // Node prints the source line of an uncaught error, which must not be the whole file.
  lineLimit: 160,
});
