import { mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { GeneratedFile } from "../shared/generated-file.js";
import { type Problem, ProblemsError } from "../shared/problems.js";
import { compareFiles, type Difference } from "./compare-files.js";
import { MANIFEST } from "./manifest.js";

/** Suffix of a file while it is being written. */
const PENDING = ".toolpack-tmp";

/**
 * Writes the files to the folder: replaces what differs, deletes what an earlier run generated and this one does not,
 * and leaves everything else alone. Throws a ProblemsError of kind `write`, before it changes anything, if that would
 * overwrite changes. A file that is already right is not touched.
 */
export function writeFiles(
  out: string,
  files: readonly GeneratedFile[],
  options: { readonly dryRun?: boolean } = {},
): readonly Difference[] {
  const { differences, refusals } = compareFiles(out, files);
  if (refusals.length > 0) throw new ProblemsError(refusals);
  if (options.dryRun || differences.length === 0) return differences;

  const texts = new Map(files.map((file) => [file.path, file.text]));
  const changed = differences.filter((difference) => difference.change !== "delete").map(({ path }) => path);
  const begun: Begun = { folders: [], files: [] };
  try {
    writePending(out, changed, texts, begun);
    // The manifest comes last: an interrupted run leaves the old list, which the next run can still trust.
    for (const path of changed) if (path !== MANIFEST) renameSync(join(out, path + PENDING), join(out, path));
    deleteFiles(out, differences);
    if (changed.includes(MANIFEST)) renameSync(join(out, MANIFEST + PENDING), join(out, MANIFEST));
  } catch (error) {
    for (const file of begun.files) rmSync(file, { force: true });
    for (const folder of begun.folders) rmSync(folder, { recursive: true, force: true });
    throw new ProblemsError([failed(out, error)]);
  }
  return differences;
}

/** What a failed write must remove again. */
interface Begun {
  readonly folders: string[];
  readonly files: string[];
}

/** Writes every new text under a temporary name, and records what it created. */
function writePending(out: string, paths: readonly string[], texts: ReadonlyMap<string, string>, begun: Begun): void {
  for (const folder of new Set(paths.map((path) => dirname(join(out, path))))) {
    const topmost = mkdirSync(folder, { recursive: true });
    if (topmost !== undefined) begun.folders.push(topmost);
  }
  for (const path of paths) {
    const pending = join(out, path + PENDING);
    // An existing file is left over from an interrupted run or is a planted link; `wx` does not follow links.
    rmSync(pending, { force: true });
    begun.files.push(pending);
    const text = texts.get(path) ?? "";
    // A command is executable from the start: npm would set the bit later, and a checkout would show a change.
    writeFileSync(pending, text, { flag: "wx", mode: text.startsWith("#!") ? 0o755 : 0o644 });
  }
}

function deleteFiles(out: string, differences: readonly Difference[]): void {
  for (const { path, change } of differences) {
    if (change !== "delete") continue;
    rmSync(join(out, path), { force: true });
    removeEmptyFolders(out, dirname(path));
  }
}

/** Deletes a folder together with the last file in it. */
function removeEmptyFolders(out: string, folder: string): void {
  if (folder === ".") return;
  try {
    rmdirSync(join(out, folder));
  } catch {
    return; // not empty
  }
  removeEmptyFolders(out, dirname(folder));
}

function failed(out: string, error: unknown): Problem {
  return {
    code: "write-failed",
    kind: "write",
    severity: "error",
    message: `Cannot write the pack to ${out}: ${error instanceof Error ? error.message : String(error)}.`,
    fix: "Make the folder writable, or choose another output folder.",
  };
}
