import { fileURLToPath } from "node:url";

/** The Node that runs every measured process, so that ratios compare programs and not Node versions. */
export function readNode() {
  return fileURLToPath(
    new URL(`../node_modules/node/bin/node${process.platform === "win32" ? ".exe" : ""}`, import.meta.url),
  );
}
