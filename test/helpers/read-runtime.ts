import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** runtime/ as a pack holds it: path -> text. */
export function readRuntime(): Map<string, string> {
  const root = fileURLToPath(new URL("../../runtime/", import.meta.url));
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll("\\", "/"));
  return new Map(paths.map((path) => [`runtime/${path}`, readFileSync(join(root, path), "utf8")]));
}
