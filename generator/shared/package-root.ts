import { existsSync } from "node:fs";

/**
 * The folder of this package, from the sources, the compiled package and the command's one file alike. No other module
 * may resolve files relative to itself, because the command is bundled into one file.
 */
export const packageRoot: URL = findPackage(new URL("./", import.meta.url));

function findPackage(folder: URL): URL {
  if (existsSync(new URL("package.json", folder))) return folder;
  const above = new URL("../", folder);
  if (above.href === folder.href) throw new Error("Cannot find the package.json of openapi-toolpack.");
  return findPackage(above);
}
