import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** templates/ as LOAD reads it: path below it without `.hbs` -> text. */
export function readTemplates(): Record<string, string> {
  const root = fileURLToPath(new URL("../../templates/", import.meta.url));
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    found.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [
        path
          .slice(root.length)
          .replaceAll("\\", "/")
          .replace(/\.hbs$/, ""),
        readFileSync(path, "utf8"),
      ];
    }),
  );
}
