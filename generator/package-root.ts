/**
 * The folder of this package, from the sources (generator/), the compiled package (dist/) and the command's one file
 * (dist/command.cjs) alike. Nothing else may look for files relative to its own place, since the command's files are one.
 */
export const packageRoot: URL = new URL("../", import.meta.url);
