import { fileURLToPath } from "node:url";

/** The Node that every measured process runs under, so that a ratio compares programs and not runtimes. */
export function readNode() {
  return fileURLToPath(
    new URL(`../node_modules/node/bin/node${process.platform === "win32" ? ".exe" : ""}`, import.meta.url),
  );
}
