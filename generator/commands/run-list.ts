import { ProblemsError, type ReadModel } from "../index.js";
import { countNoun } from "../shared/count-noun.js";
import { suggestName } from "../shared/nearest-name.js";
import { closeWith, countOperations } from "./count-operations.js";
import { forEachModel } from "./for-each-pack.js";
import type { Io, Outcome, PackFlags } from "./types.js";

type Action = ReadModel["model"]["actions"][number];

/** Prints the tools of a profile, in reading order. */
export async function runList(flags: PackFlags & { readonly profile: string }, io: Io): Promise<Outcome> {
  const { results, warnings } = await forEachModel(flags, io, ({ model }) => {
    const profile = model.profiles.find(({ name }) => name === flags.profile);
    if (profile === undefined) {
      throw unknownProfile(
        flags.profile,
        model.profiles.map(({ name }) => name),
      );
    }
    const actions = new Map(model.actions.map((action) => [action.name, action]));
    const rows = profile.tools.flatMap((name) => actions.get(name) ?? []).map(buildRow);
    return { rows, closing: closeWith(countOperations(model)) };
  });
  const tools = results.flatMap(({ rows }) => rows);
  const width = Math.max(0, ...tools.map(({ name }) => name.length));
  const lines = tools.map(
    ({ name, effect, approval, method, path, title }) =>
      `${name.padEnd(width)}  ${effect.padEnd(6)} ${approval ? "approval" : "        "}  ${method.padEnd(6)} ${path}  ${title}`,
  );
  const closing = results.flatMap((result) => result.closing);
  return { data: tools, lines: [...lines, countNoun(tools.length, "tool"), ...closing], problems: warnings };
}

function buildRow({ name, title, group, effect, approval, aliases, operation: { id, method, path } }: Action) {
  return { name, title, group, effect, approval, operation: id, method, path, aliases };
}

function unknownProfile(name: string, known: readonly string[]): ProblemsError {
  return new ProblemsError([
    {
      code: "unknown-profile",
      kind: "usage",
      severity: "error",
      message: `Unknown profile "${name}".`,
      fix: suggestName(name, known, "add the profile to the overrides"),
    },
  ]);
}
