import { findHiddenCharacters } from "../shared/hidden-characters.js";
import type { MutableJson, MutableObject } from "../shared/json.js";
import { toPointer } from "../shared/pointer.js";
import type { Problem } from "../shared/problems.js";
import { checkAgainstSchema } from "./check-against-schema.js";
import { loadOverridesValidator } from "./load-overrides-validator.js";
import type { Overrides } from "./overrides.js";
import { readSource } from "./read-source.js";
import type { SourceFile } from "./types.js";

const none: Overrides = { pack: { unlisted: "derive" }, actions: [], hidden: {}, profiles: {} };

/** Reads an overrides file and checks it against its schema; without a file every tool is derived. */
export async function readOverrides(
  path: string | undefined,
  cwd: string,
): Promise<{
  readonly overrides: Overrides;
  readonly file: SourceFile | undefined;
  readonly problems: readonly Problem[];
}> {
  if (path === undefined) {
    return { overrides: none, file: undefined, problems: [] };
  }
  const source = await readSource(path, cwd, { name: "overrides file", kind: "usage" });
  if (source.kind === "refused") {
    return { overrides: none, file: undefined, problems: source.problems };
  }
  const { file, value } = source;
  const problems = [
    ...checkAgainstSchema(file, value, await loadOverridesValidator(), "usage"),
    ...checkCharacters(file, value),
  ];
  return { overrides: value as unknown as Overrides, file, problems };
}

/** The file is written for this generator, so hidden characters are refused everywhere in it. */
function checkCharacters(file: SourceFile, root: MutableJson): readonly Problem[] {
  const problems: Problem[] = [];
  const path: string[] = [];
  const check = (text: string, what: "key" | "value"): void => {
    const characters = findHiddenCharacters(text);
    if (characters.length > 0) {
      const pointer = toPointer(path);
      problems.push({
        code: "hidden-character",
        kind: "usage",
        severity: "error",
        message: `The ${what} at \`${path.join(".")}\` holds ${characters.join(", ")}.`,
        fix: "Take these characters out.",
        at: what === "key" ? file.locateKey(pointer) : file.locate(pointer),
      });
    }
  };
  const visit = (value: MutableJson): void => {
    if (typeof value === "string") {
      check(value, "value");
    } else if (typeof value === "object" && value !== null) {
      for (const key of Object.keys(value)) {
        path.push(key);
        check(key, "key");
        visit((value as MutableObject)[key] ?? null);
        path.pop();
      }
    }
  };
  visit(root);
  return problems;
}
