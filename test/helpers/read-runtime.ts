import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What needs Node or another package: it is no part of what an edge runtime loads. */
const outer = /^(?:adapters|bin|mcp)\//;

/** runtime/ as a pack holds it, less its outer parts: path -> text. */
export function readRuntime(): Map<string, string> {
  const root = fileURLToPath(new URL("../../runtime/", import.meta.url));
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll("\\", "/"))
    .filter((path) => !outer.test(path));
  return new Map(paths.map((path) => [`runtime/${path}`, readFileSync(join(root, path), "utf8")]));
}
