import { relative, resolve } from "node:path";
import { type Problem, ProblemsError } from "../shared/problems.js";
import { checkFolder } from "../write/check-folder.js";

/** Throws a ProblemsError if a pack has no folder of its own to be written to, before any is generated. */
export function checkFolders(folders: readonly string[], cwd: string): void {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const folder of folders) {
    if (folder.trim() === "") {
      problems.push(
        refuse("write", "empty-out", "The output folder is empty.", "Pass a folder, such as packs/petstore."),
      );
      continue;
    }
    const path = resolve(cwd, folder);
    const [other] = [...seen].find(([each]) => isIn(path, each) || isIn(each, path)) ?? [];
    if (other !== undefined) {
      const both = `${folder} and ${seen.get(other)}`;
      const message =
        other === path
          ? `Two packs have the output folder ${folder}.`
          : `The output folders ${both} are one in the other.`;
      problems.push(refuse("usage", "shared-out", message, "Give each pack a folder of its own."));
    }
    seen.set(path, folder);
    const problem = checkFolder(path);
    if (problem !== undefined) problems.push(problem);
  }
  if (problems.length > 0) throw new ProblemsError(problems);
}

function isIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || !/^(?:\.\.(?:[/\\]|$)|[A-Za-z]:|[/\\])/.test(way);
}

function refuse(kind: Problem["kind"], code: string, message: string, fix: string): Problem {
  return { code, kind, severity: "error", message, fix };
}
