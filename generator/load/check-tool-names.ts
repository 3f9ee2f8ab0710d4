import { type MutableJson, ownValue } from "../shared/json.js";
import type { Problem } from "../shared/problems.js";
import type { SourceFile } from "./types.js";

/** Reports names and aliases of actions that are given twice: a call would not know which tool is meant. */
export function checkToolNames(file: SourceFile, overrides: MutableJson): readonly Problem[] {
  const actions = ownValue(overrides, "actions");
  const problems: Problem[] = [];
  const first = new Map<string, string>();
  for (const [index, action] of (Array.isArray(actions) ? actions : []).entries()) {
    const aliases = ownValue(action, "aliases");
    const places = [
      { name: ownValue(action, "name"), pointer: `/actions/${index}/name` },
      ...(Array.isArray(aliases) ? aliases : []).map((name, at) => ({
        name,
        pointer: `/actions/${index}/aliases/${at}`,
      })),
    ];
    for (const { name, pointer } of places) {
      if (typeof name !== "string") {
        continue;
      }
      const earlier = first.get(name);
      if (earlier === undefined) {
        first.set(name, pointer);
        continue;
      }
      problems.push({
        code: "duplicate-tool-name",
        kind: "usage",
        severity: "error",
        message: `The name \`${name}\` is given twice, first in line ${file.locate(earlier).line}.`,
        fix: "Give each action a name, and each alias to one action.",
        at: file.locate(pointer),
      });
    }
  }
  return problems;
}
