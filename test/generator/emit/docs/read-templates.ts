import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The templates as LOAD gives them: text by path below templates/, without `.hbs`. */
export function readTemplates(): Readonly<Record<string, string>> {
  const folder = join(import.meta.dirname, "../../../../templates");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".hbs"));
  return Object.fromEntries(
    files.map((path) => [path.replaceAll("\\", "/").replace(/\.hbs$/, ""), readFileSync(join(folder, path), "utf8")]),
  );
}
