// What generated code holds, without generating it: the plan's data, with the functions of the runtime for its symbols.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { runtimeSymbols } from "../../../dist/generator/plan/runtime-symbols.js";
import { isImportSymbol, sourceOf } from "../../../dist/generator/shared/import-symbol.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const runtime = await bundleRuntime();

export const { createClient } = runtime;

/** A planned value with its symbols replaced by the functions that they name. */
export function realise(planned) {
  if (isImportSymbol(planned)) return runtime[planned.name];
  if (typeof planned !== "object" || planned === null) return planned;
  if (Array.isArray(planned)) return planned.map(realise);
  return Object.fromEntries(Object.entries(planned).map(([key, value]) => [key, realise(value)]));
}

/** Every function of the runtime that an operation can name, in one module. */
async function bundleRuntime() {
  const folder = mkdtempSync(join(tmpdir(), "runtime-"));
  const symbols = Object.values(runtimeSymbols).filter(
    (symbol) => !symbol.type && !/\/(bin|mcp)\//.test(sourceOf(symbol)),
  );
  const lines = symbols.map((symbol) => `export { ${symbol.name} } from "./${sourceOf(symbol)}";`);
  const outfile = join(folder, "runtime.mjs");
  await build({
    stdin: { contents: [...lines, 'export { createClient } from "./runtime/index.ts";'].join("\n"), resolveDir: root },
    outfile,
    bundle: true,
    format: "esm",
    logLevel: "error",
  });
  const bundled = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return bundled;
}
