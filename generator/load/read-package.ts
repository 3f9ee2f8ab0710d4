import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { GeneratedFile } from "../shared/generated-file.js";
import { packageRoot } from "../shared/package-root.js";
import type { Loaded } from "./types.js";

const root = fileURLToPath(packageRoot);

/** Reads what is part of this package: the runtime, the templates and its version. */
export async function readPackage(): Promise<Pick<Loaded, "runtime" | "templates" | "generatorVersion">> {
  const [runtime, templates, manifest] = await Promise.all([
    readFolder("runtime", (path) => !/\.test\.[a-z]+$/.test(path)),
    readFolder("templates", (path) => path.endsWith(".hbs")),
    readFile(join(root, "package.json"), "utf8"),
  ]);
  const { version } = JSON.parse(manifest) as { readonly version: string };
  const named = templates.map(({ path, text }) => [path.slice("templates/".length, -".hbs".length), text] as const);
  return { runtime, templates: Object.fromEntries(named), generatorVersion: version };
}

async function readFolder(folder: string, wanted: (path: string) => boolean): Promise<readonly GeneratedFile[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter(wanted)
    .sort();
  return Promise.all(
    paths.map(async (path) => {
      // A checkout may have changed the line endings; a pack is the same everywhere.
      const text = await readFile(join(root, path), "utf8");
      return { path, text: text.replaceAll("\r\n", "\n") };
    }),
  );
}
