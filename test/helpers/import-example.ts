import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** A program of examples/ as it is, over the pack's sources as they are now. */
export async function importExample<Module>(path: string): Promise<Module> {
  const cache = join(root, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "example-"));
  try {
    const outfile = join(folder, "example.mjs");
    const pack = join(root, "generated/mem0");
    await build({
      entryPoints: [join(root, "examples", path)],
      outfile,
      bundle: true,
      format: "esm",
      platform: "node",
      alias: {
        "mem0-toolpack/ai-sdk": join(pack, "runtime/adapters/ai-sdk.ts"),
        "mem0-toolpack": join(pack, "index.ts"),
      },
      external: ["ai", "@modelcontextprotocol/*"],
      logLevel: "warning",
    });
    return (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as Module;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
