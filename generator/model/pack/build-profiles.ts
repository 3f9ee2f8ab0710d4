import { suggestName } from "../../shared/nearest-name.js";
import { joinPointer } from "../../shared/pointer.js";
import type { ModelContext } from "../context.js";
import type { Action, Profile } from "../types.js";

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** The profiles of the overrides, plus `all` if they do not declare it. */
export function buildProfiles({ loaded, reporter }: ModelContext, actions: readonly Action[]): readonly Profile[] {
  const known = new Set(actions.map((action) => action.name));
  const declared = new Set((loaded.overrides.actions ?? []).map((action) => action.name));
  const profiles = Object.entries(loaded.overrides.profiles ?? {}).map(([name, { tools, budget }]): Profile => {
    const base = joinPointer("/profiles", name);
    if (!NAME.test(name))
      reporter.overrides({
        code: "bad-name",
        pointer: base,
        message: `The profile "${name}" is not kebab-case: a letter first, then a-z, 0-9 and single hyphens.`,
        fix: "Rename the profile.",
      });
    tools.forEach((tool, index) => {
      const pointer = joinPointer(base, "tools", `${index}`);
      if (tools.indexOf(tool) < index)
        reporter.overrides({
          code: "duplicate-tool",
          pointer,
          message: `The profile "${name}" lists "${tool}" twice.`,
          fix: "Remove one of the two.",
        });
      else if (!known.has(tool) && !declared.has(tool))
        reporter.overrides({
          code: "unknown-tool",
          pointer,
          message: `The profile "${name}" lists the unknown tool "${tool}".`,
          fix: suggestName(tool, known, "remove this entry"),
        });
    });
    return { name, tools, budget };
  });
  if (profiles.some((profile) => profile.name === "all")) return profiles;
  return [...profiles, { name: "all", tools: [...known], budget: undefined }];
}
