import { existsSync } from "node:fs";

/**
 * The folder of this package, from the sources, the compiled package and the command's one file alike. Nothing else may
 * look for files relative to its own place, since the command's files are one.
 */
export const packageRoot: URL = findPackage(new URL("./", import.meta.url));

function findPackage(folder: URL): URL {
  if (existsSync(new URL("package.json", folder))) return folder;
  const above = new URL("../", folder);
  if (above.href === folder.href) throw new Error("openapi-toolpack is not in a folder with its package.json");
  return findPackage(above);
}
