import { type Problem, ProblemsError, readModel } from "../index.js";
import { readPacks } from "./read-packs.js";
import { suggest } from "./suggest.js";
import type { Io, Outcome, PackFlags } from "./types.js";

/** Prints the tools of a profile, in reading order. */
export async function runList(flags: PackFlags & { readonly profile: string }, io: Io): Promise<Outcome> {
  const tools = [];
  const problems: Problem[] = [];
  for (const pack of await readPacks(flags, io.cwd)) {
    const { model, problems: warnings } = await readModel({ ...pack, cwd: io.cwd });
    problems.push(...warnings);
    const profile = model.profiles.find(({ name }) => name === flags.profile);
    if (profile === undefined)
      throw unknownProfile(
        flags.profile,
        model.profiles.map(({ name }) => name),
      );
    const actions = new Map(model.actions.map((action) => [action.name, action]));
    for (const name of profile.tools) {
      const action = actions.get(name);
      if (action === undefined) continue;
      const { title, group, effect, approval, aliases, operation } = action;
      const { id, method, path } = operation;
      tools.push({ name, title, group, effect, approval, operation: id, method, path, aliases });
    }
  }
  const width = Math.max(0, ...tools.map(({ name }) => name.length));
  const lines = tools.map(
    ({ name, effect, approval, method, path, title }) =>
      `${name.padEnd(width)}  ${effect.padEnd(6)} ${approval ? "approval" : "        "}  ${method.padEnd(6)} ${path}  ${title}`,
  );
  return { data: tools, lines: [...lines, `${tools.length} tools`], problems };
}

function unknownProfile(name: string, known: readonly string[]): ProblemsError {
  return new ProblemsError([
    {
      code: "unknown-profile",
      kind: "usage",
      severity: "error",
      message: `There is no profile "${name}".`,
      fix: suggest(name, known, "The profiles are"),
    },
  ]);
}
