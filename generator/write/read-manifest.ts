import { isSafePath } from "./check-file-names.js";
import type { Manifest } from "./types.js";

/**
 * Reads a manifest's text; undefined when it is not one of ours. A manifest decides what may be deleted,
 * so one that names a file outside the pack is refused as a whole.
 */
export function readManifest(text: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || typeof value.generator !== "string" || !value.generator.startsWith("openapi-toolpack@")) {
    return undefined;
  }
  if (!isRecord(value.files)) return undefined;
  const entries = Object.entries(value.files);
  if (!entries.every(([path, hash]) => isSafePath(path) && typeof hash === "string")) return undefined;
  return value as unknown as Manifest;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
