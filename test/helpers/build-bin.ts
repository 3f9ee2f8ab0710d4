import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

export interface BuiltBin {
  /** The pack's own bin, over its sources as they are now. */
  readonly path: string;
  remove(): void;
}

/** The command of the Mem0 pack as a program to spawn, in a folder from which the installed packages are found. */
export async function buildBin(): Promise<BuiltBin> {
  const cache = join(root, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "mem0-bin-"));
  const pack = join(root, "generated/mem0");
  await build({
    entryPoints: [join(pack, "command.ts")],
    outfile: join(folder, "dist/command.js"),
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "warning",
  });
  cpSync(join(pack, "bin"), join(folder, "bin"), { recursive: true });
  cpSync(join(pack, "package.json"), join(folder, "package.json"));
  return {
    path: join(folder, "bin/mem0.js"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
