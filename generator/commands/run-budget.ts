import { type Problem, readModel } from "../index.js";
import { startTokenCounter } from "../workers/start-token-counter.js";
import { type Budget, buildBudget } from "./build-budget.js";
import { readPacks } from "./read-packs.js";
import type { Io, Outcome, PackFlags } from "./types.js";

/** Counts the tokens of each tool, profile and pack beside their budgets, and lists what is hidden from the model. */
export async function runBudget(flags: PackFlags, io: Io): Promise<Outcome> {
  const counter = startTokenCounter();
  try {
    const budgets: Budget[] = [];
    const problems: Problem[] = [];
    for (const pack of await readPacks(flags, io.cwd)) {
      const read = await readModel({ ...pack, cwd: io.cwd });
      const budget = await buildBudget(read, counter);
      budgets.push(budget);
      problems.push(...read.problems, ...budget.profiles.flatMap((profile) => checkProfile(profile, budget.name)));
    }
    return { data: { encoding: "o200k_base", packs: budgets }, lines: budgets.flatMap(formatBudget), problems };
  } finally {
    await counter.close();
  }
}

function checkProfile(profile: Budget["profiles"][number], pack: string): readonly Problem[] {
  if (profile.budget === null || profile.tokens <= profile.budget) return [];
  return [
    {
      code: "over-budget",
      kind: "finding",
      severity: "error",
      message: `Profile ${profile.name} of ${pack} takes ${profile.tokens} tokens; its budget is ${profile.budget}.`,
      fix: "Shorten descriptions, hide arguments with a reason, or take tools out of the profile.",
    },
  ];
}

function formatBudget(budget: Budget): readonly string[] {
  const row = (name: string, tokens: number, more = ""): string =>
    `  ${String(tokens).padStart(6)}  ${name}${more === "" ? "" : `  ${more}`}`;
  return [
    `${budget.name}: ${budget.tokens} tokens (o200k_base), ${budget.tools.length} tools`,
    "profiles",
    ...budget.profiles.map(({ name, tools, tokens, budget: limit }) =>
      row(name, tokens, `${tools} tools${limit === null ? "" : `, budget ${limit}`}`),
    ),
    "tools",
    ...budget.tools.map(({ name, tokens }) => row(name, tokens)),
    `hidden arguments: ${budget.hidden.length}`,
    ...budget.hidden.map(({ tool, place, reason }) => `  ${tool}  ${place}  ${reason}`),
  ];
}
