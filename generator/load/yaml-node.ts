import { createRequire } from "node:module";

type Yaml = typeof import("yaml");

let yaml: Yaml | undefined;

/** The library of the full parser, loaded for the first text that needs it. */
export function loadYaml(): Yaml {
  yaml ??= createRequire(import.meta.url)("yaml") as Yaml;
  return yaml;
}

/** Where a node starts in its text. */
export function offsetOf(node: unknown, fallback = 0): number {
  return (node as { readonly range?: readonly number[] | null } | null | undefined)?.range?.[0] ?? fallback;
}

/** The text of a scalar as a key: `200:` is "200", exactly as it is written. */
export function keyText(key: { readonly value: unknown; readonly source?: string }): string {
  return typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
}
