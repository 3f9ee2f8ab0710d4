import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { GeneratedFile } from "../shared/generated-file.js";
import { type Problem, ProblemsError } from "../shared/problems.js";
import { compareFiles, type Difference } from "./compare-files.js";
import { buildTransition, MANIFEST, type Owned } from "./manifest.js";
import { readDisk } from "./read-disk.js";

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
  const { differences, refusals, owned } = compareFiles(out, files);
  if (refusals.length > 0) throw new ProblemsError(refusals);
  if (options.dryRun || differences.length === 0) return differences;

  const texts = new Map(files.map((file) => [file.path, file.text]));
  const changed = differences.flatMap(({ change, path }) => (change === "delete" || path === MANIFEST ? [] : path));
  const manifest = texts.get(MANIFEST);
  const before = readDisk(out, MANIFEST);
  const begun: Begun = { folders: [], files: [] };
  let moved = false;
  try {
    // The manifest comes first and last: after an interrupted run, the next one knows what that one was about to write.
    if (manifest !== undefined) writeNow(out, MANIFEST, buildTransition(manifest, owned), begun);
    removePending(out, owned);
    for (const path of changed) writePending(out, path, texts.get(path) ?? "", begun);
    moved = true;
    for (const path of changed) renameSync(join(out, path + PENDING), join(out, path));
    deleteFiles(out, differences, new Set(texts.keys()));
    if (manifest !== undefined) writeNow(out, MANIFEST, manifest, begun);
  } catch (error) {
    for (const file of begun.files) rmSync(file, { force: true });
    // What was moved already is owned by the manifest that is there now.
    if (!moved && before.kind === "file") writeFileSync(join(out, MANIFEST), before.bytes);
    else if (!moved && manifest !== undefined) rmSync(join(out, MANIFEST), { force: true });
    for (const folder of begun.folders.toReversed()) removeFolder(folder);
    throw new ProblemsError([failed(out, error)]);
  }
  return differences;
}

/** What a failed write must remove again. */
interface Begun {
  readonly folders: string[];
  readonly files: string[];
}

/** Replaces a file in one step. */
function writeNow(out: string, path: string, text: string, begun: Begun): void {
  writePending(out, path, text, begun);
  renameSync(join(out, path + PENDING), join(out, path));
}

/** Writes a new text under a temporary name. */
function writePending(out: string, path: string, text: string, begun: Begun): void {
  makeFolder(dirname(join(out, path)), begun.folders);
  const pending = join(out, path + PENDING);
  // An existing file is left over from an interrupted run or is a planted link; `wx` does not follow links.
  rmSync(pending, { force: true });
  begun.files.push(pending);
  // A command is executable from the start: npm would set the bit later, and a checkout would show a change.
  writeFileSync(pending, text, { flag: "wx", mode: text.startsWith("#!") ? 0o755 : 0o644 });
}

/** Makes a folder and those above it. Not `recursive`, which never ends where a system has a place but makes nothing. */
function makeFolder(folder: string, made: string[]): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), made);
  mkdirSync(folder);
  made.push(folder);
}

/** Removes what an interrupted run left of the files that it was about to write. */
function removePending(out: string, owned: Owned): void {
  for (const path of owned.keys()) {
    if (readDisk(out, path + PENDING).kind !== "file") continue;
    rmSync(join(out, path + PENDING));
    removeEmptyFolders(out, dirname(path));
  }
}

function deleteFiles(out: string, differences: readonly Difference[], made: ReadonlySet<string>): void {
  const spelled = new Map([...made].map((path) => [path.toLowerCase(), path]));
  for (const { path, change } of differences) {
    if (change !== "delete") continue;
    // Where names that differ in case are one file, that file has just been written.
    const twin = spelled.get(path.toLowerCase());
    if (twin !== undefined && isSameFile(join(out, path), join(out, twin))) continue;
    rmSync(join(out, path), { force: true });
    removeEmptyFolders(out, dirname(path));
  }
}

function isSameFile(a: string, b: string): boolean {
  const [first, second] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
  return first !== undefined && first.ino === second?.ino && first.dev === second.dev;
}

/** Deletes the folders of a deleted file that are empty now. */
function removeEmptyFolders(out: string, folder: string): void {
  if (folder !== "." && removeFolder(join(out, folder))) removeEmptyFolders(out, dirname(folder));
}

/** Deletes a folder if it is empty. */
function removeFolder(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
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
