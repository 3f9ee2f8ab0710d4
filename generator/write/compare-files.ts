import type { GeneratedFile } from "../shared/generated-file.js";
import { hashText } from "../shared/hash.js";
import type { Problem } from "../shared/problems.js";
import { MANIFEST } from "./build-manifest.js";
import { checkFileNames } from "./check-file-names.js";
import { readDisk } from "./read-disk.js";
import { readManifest } from "./read-manifest.js";
import type { Difference } from "./types.js";

/** What a write would do, and why it must not. */
export interface Comparison {
  /** Sorted by path. */
  readonly differences: readonly Difference[];
  readonly refusals: readonly Problem[];
}

/** Compares a folder with the files that should stand in it. Reads only. */
export function compareFiles(out: string, files: readonly GeneratedFile[]): Comparison {
  const names = checkFileNames(files.map((file) => file.path));
  if (names.length > 0) return { differences: [], refusals: names };

  const differences: Difference[] = [];
  const refusals: Problem[] = [];
  const manifestOnDisk = readDisk(out, MANIFEST);
  const old = manifestOnDisk.kind === "file" ? readManifest(manifestOnDisk.bytes.toString("utf8")) : undefined;
  const owned = new Map(Object.entries(old?.files ?? {}));

  for (const file of files) {
    const disk = readDisk(out, file.path);
    if (disk.kind === "absent") {
      differences.push({ path: file.path, change: "add" });
    } else if (disk.kind === "blocked") {
      refusals.push(blocked(out, file.path, disk.by));
    } else if (!disk.bytes.equals(Buffer.from(file.text))) {
      differences.push({ path: file.path, change: "change" });
      const mine = file.path === MANIFEST ? old !== undefined : owned.get(file.path) === hashText(disk.bytes);
      if (!mine) refusals.push(notMine(out, file.path, owned.has(file.path)));
    }
  }

  const made = new Set(files.map((file) => file.path));
  for (const [path, hash] of owned) {
    if (made.has(path)) continue;
    const disk = readDisk(out, path);
    if (disk.kind === "absent") continue;
    differences.push({ path, change: "delete" });
    if (disk.kind === "blocked") refusals.push(blocked(out, path, disk.by));
    else if (hashText(disk.bytes) !== hash) refusals.push(notMine(out, path, true));
  }
  return { differences: differences.sort((a, b) => (a.path < b.path ? -1 : 1)), refusals };
}

function notMine(out: string, path: string, edited: boolean): Problem {
  return {
    code: edited ? "edited-file" : "foreign-file",
    kind: "write",
    severity: "error",
    message: edited
      ? `${path} in ${out} was edited by hand since it was generated.`
      : `${path} in ${out} was not written by this generator.`,
    fix: edited
      ? "Carry the edit over to the overrides, delete the file, and generate again."
      : "Move or delete the file, or choose another output folder.",
  };
}

function blocked(out: string, path: string, by: string): Problem {
  return {
    code: "blocked-path",
    kind: "write",
    severity: "error",
    message: `${path} in ${out} cannot be written: ${by}.`,
    fix: "Remove what stands in the way, or choose another output folder.",
  };
}
