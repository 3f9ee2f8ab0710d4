import { createRequire } from "node:module";

type Yaml = typeof import("yaml");

let yaml: Yaml | undefined;

/** The careful parser's library, loaded on the first text that needs it. */
export function loadYaml(): Yaml {
  yaml ??= createRequire(import.meta.url)("yaml") as Yaml;
  return yaml;
}
