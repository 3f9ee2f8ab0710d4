import type { GeneratedFile } from "../shared/generated-file.js";
import { hashText } from "../shared/hash.js";
import { isObject, type Json } from "../shared/json.js";
import { compareText } from "../shared/order.js";
import { isSafePath } from "./check-file-names.js";

/** manifest.json: which inputs made the pack and which files it owns. Nothing else in a pack says where it comes from. */
export interface Manifest {
  /** `openapi-toolpack@0.1.0` */
  readonly generator: string;
  /**
   * In the order they were applied. Names without folders, so that the same inputs give the same bytes anywhere; that of a
   * `part`, a file that the document refers to, is its path below the document's folder.
   */
  readonly inputs: readonly {
    readonly role: "spec" | "part" | "overlay" | "overrides";
    readonly name: string;
    readonly sha256: string;
  }[];
  /** SHA-256 of each owned file, by path. manifest.json itself is not listed. */
  readonly files: Readonly<Record<string, string>>;
  /** Only while a pack is written: the hashes of the files that are being replaced or deleted. */
  readonly before?: Readonly<Record<string, string>>;
}

/** The hashes that each owned file may have, by path; two while it is replaced. */
export type Owned = ReadonlyMap<string, readonly string[]>;

export const MANIFEST = "manifest.json";

const GENERATOR = "openapi-toolpack@";

/** The manifest of a set of files, as one more file. */
export function buildManifest(
  files: readonly GeneratedFile[],
  inputs: Manifest["inputs"],
  generatorVersion: string,
): GeneratedFile {
  const sorted = [...files].sort((a, b) => compareText(a.path, b.path));
  const manifest: Manifest = {
    generator: `${GENERATOR}${generatorVersion}`,
    inputs,
    files: Object.fromEntries(sorted.map((file) => [file.path, hashText(file.text)])),
  };
  return { path: MANIFEST, text: `${JSON.stringify(manifest, null, 2)}\n` };
}

/**
 * The manifest that stands on disk while a pack is written. It owns the files as they were and as they will be, so that
 * the next run can go on from an interrupted one, whatever its inputs are.
 */
export function buildTransition(manifest: string, before: Owned): string {
  const hashes = [...before].map(([path, [hash = ""]]): [string, string] => [path, hash]);
  const transition: Manifest = { ...(JSON.parse(manifest) as Manifest), before: Object.fromEntries(hashes) };
  return `${JSON.stringify(transition, null, 2)}\n`;
}

/**
 * Reads the hashes of the owned files from a manifest's text; undefined for a file that is not one of our manifests.
 * A manifest decides what may be deleted, so one that names a file outside the pack is rejected as a whole.
 */
export function readManifest(text: string): Owned | undefined {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  if (!isObject(value) || typeof value.generator !== "string" || !value.generator.startsWith(GENERATOR)) {
    return undefined;
  }
  const { files, before = {} } = value;
  if (!isObject(files) || !isObject(before)) return undefined;
  const owned = new Map<string, readonly string[]>();
  for (const [path, hash] of [...Object.entries(files), ...Object.entries(before)]) {
    if (!isSafePath(path) || typeof hash !== "string") return undefined;
    owned.set(path, [...(owned.get(path) ?? []), hash]);
  }
  return owned;
}
