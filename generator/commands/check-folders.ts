import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Problem, ProblemsError } from "../shared/problems.js";

/** Throws a ProblemsError if a pack has no folder of its own to be written to, before any is generated. */
export function checkFolders(folders: readonly string[], cwd: string): void {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const folder of folders) {
    const path = resolve(cwd, folder);
    if (seen.has(path))
      problems.push({
        ...usage,
        code: "shared-out",
        message: `Two packs have the output folder ${folder}.`,
        fix: "Give each pack a folder of its own.",
      });
    seen.add(path);
    const file = findFile(path);
    if (file !== undefined)
      problems.push({
        ...usage,
        code: "out-is-a-file",
        message: `The output folder ${folder} cannot be made: ${file === path ? "it" : file} is a file.`,
        fix: "Choose another folder.",
      });
  }
  if (problems.length > 0) throw new ProblemsError(problems);
}

const usage = { kind: "usage", severity: "error" } as const;

/** The file that stands at a path, or above it. */
function findFile(path: string): string | undefined {
  try {
    return statSync(path).isDirectory() ? undefined : path;
  } catch {
    const parent = dirname(path);
    return parent === path ? undefined : findFile(parent);
  }
}
