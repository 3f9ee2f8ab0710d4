import { findHiddenCharacters } from "../shared/hidden-characters.js";
import type { MutableJson, MutableObject } from "../shared/json.js";
import { toPointer } from "../shared/pointer.js";
import type { Problem } from "../shared/problems.js";
import { checkAgainstSchema } from "./check-against-schema.js";
import { showInteger } from "./check-integers.js";
import type { Overrides } from "./overrides.js";
import { loadOverridesValidator } from "./overrides-validator.js";
import { readSource } from "./read-source.js";
import { buildRepeatProblem } from "./repeated-key.js";
import type { SourceFile } from "./types.js";

const none: Overrides = { pack: { unlisted: "derive" }, actions: [], hidden: {}, profiles: {} };

/** Reads an overrides file and checks it against its schema; without a file, every tool is derived. */
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
  const { file, value, repeats } = source;
  const problems = [
    ...repeats.map((repeat) => buildRepeatProblem(repeat, "usage", false)),
    ...checkValues(file, value),
    ...checkAgainstSchema(file, value, loadOverridesValidator(), "usage"),
  ];
  return { overrides: value as unknown as Overrides, file, problems };
}

/** The file is written for this generator, so hidden characters and integers that would be rounded are errors anywhere in it. */
function checkValues(file: SourceFile, root: MutableJson): readonly Problem[] {
  const problems: Problem[] = [];
  const path: string[] = [];
  const add = (code: string, says: string, fix: string, what: "key" | "value"): void => {
    const pointer = toPointer(path);
    const at = what === "key" ? file.locateKey(pointer) : file.locate(pointer);
    const message = `The ${what} at \`${path.join(".")}\` ${says}.`;
    problems.push({ code, kind: "usage", severity: "error", message, fix, at });
  };
  const checkText = (text: string, what: "key" | "value"): void => {
    const characters = findHiddenCharacters(text);
    if (characters.length > 0) {
      add("hidden-character", `contains ${characters.join(", ")}`, "Remove these characters.", what);
    }
  };
  const visit = (value: MutableJson): void => {
    if (typeof value === "string") {
      checkText(value, "value");
    } else if (typeof value === "bigint") {
      const fix = `Write a value within ±${Number.MAX_SAFE_INTEGER}, or quote it.`;
      add("unsafe-integer", `is the integer ${showInteger(value)}, which JavaScript would round`, fix, "value");
    } else if (typeof value === "object" && value !== null) {
      for (const key of Object.keys(value)) {
        path.push(key);
        checkText(key, "key");
        visit((value as MutableObject)[key] ?? null);
        path.pop();
      }
    }
  };
  visit(root);
  return problems;
}
