import { refuseOption } from "../errors/refuse-option.js";
import { ToolpackError } from "../errors/toolpack-error.js";
import type { ReadFile } from "../operation.js";

/** The largest file that is read, in bytes. */
const largest = 50_000_000;

/** What is needed of Node's file system, typed here so that a pack needs no types of Node. */
interface FileSystem {
  realpath(path: string): Promise<string>;
  stat(path: string): Promise<{ readonly size: number; isFile(): boolean; isDirectory(): boolean }>;
  readFile(path: string): Promise<Uint8Array>;
}

interface PathModule {
  readonly sep: string;
  resolve(...paths: string[]): string;
}

/**
 * Reads files of these folders and of nothing else: where a path really leads decides, symbolic links followed. A relative
 * path is looked up in each folder. Whether a file outside exists is not told.
 *
 * @throws ToolpackError for a folder that does not exist
 */
export async function allowFiles(folders: readonly string[]): Promise<ReadFile> {
  const { process } = globalThis as unknown as { readonly process: { getBuiltinModule(name: string): unknown } };
  const files = process.getBuiltinModule("node:fs/promises") as FileSystem;
  const { resolve, sep } = process.getBuiltinModule("node:path") as PathModule;
  const roots = await Promise.all(
    folders.map(async (folder) => {
      const root = await files.realpath(folder).catch(() => "");
      if (root && (await files.stat(root)).isDirectory()) return root;
      throw refuseOption(`--allow-files: ${folder} is not a folder`);
    }),
  );
  return async (path) => {
    for (const root of roots) {
      const real = await files.realpath(resolve(root, path)).catch(() => "");
      // A root such as `/` ends with a separator itself.
      if (!roots.some((each) => real.startsWith(each.endsWith(sep) ? each : each + sep))) continue;
      const found = await files.stat(real);
      if (!found.isFile()) continue;
      if (found.size > largest)
        throw new ToolpackError("invalid_argument", `The file is larger than ${largest / 1e6} MB: pass a smaller one`);
      return files.readFile(real);
    }
    throw new ToolpackError("invalid_argument", "The path is not a file in a folder of --allow-files");
  };
}
