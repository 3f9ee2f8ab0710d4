// The JavaScript of the pack: one file per entry, since loading 200 small modules takes longer than all that they do.
// The declarations are tsc's.
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
  // Node shows the line of an error that nobody caught: it must not be all of the file.
  lineLimit: 160,
});
