import type { GeneratedFile } from "../shared/generated-file.js";
import { hashText } from "../shared/hash.js";
import type { Manifest } from "./types.js";

export const MANIFEST = "manifest.json";

/** The manifest of a set of files, as one more file. */
export function buildManifest(
  files: readonly GeneratedFile[],
  inputs: Manifest["inputs"],
  generatorVersion: string,
): GeneratedFile {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest: Manifest = {
    generator: `openapi-toolpack@${generatorVersion}`,
    inputs,
    files: Object.fromEntries(sorted.map((file) => [file.path, hashText(file.text)])),
  };
  return { path: MANIFEST, text: `${JSON.stringify(manifest, null, 2)}\n` };
}
