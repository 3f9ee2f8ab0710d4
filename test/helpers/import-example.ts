import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
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
      alias: readSources(pack),
      external: Object.keys(readPackage(pack).peerDependencies).map((name) => name.replace(/\/.*/, "/*")),
      logLevel: "warning",
    });
    return (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as Module;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Package {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly source: string }>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

function readPackage(pack: string): Package {
  return JSON.parse(readFileSync(join(pack, "package.json"), "utf8")) as Package;
}

/** The source of each name that a program can import, sub-paths first. */
function readSources(pack: string): Record<string, string> {
  const { name, exports } = readPackage(pack);
  const sources = Object.entries(exports).flatMap(([path, entry]): [string, string][] =>
    typeof entry === "string" || path.includes("*") ? [] : [[name + path.slice(1), join(pack, entry.source)]],
  );
  return Object.fromEntries(sources.reverse());
}
