import { buildFunctions, type Problem, type ReadModel } from "../index.js";
import { countNoun } from "../shared/count-noun.js";
import { startTokenCounter, type TokenCounter } from "../workers/start-token-counter.js";
import { forEachModel } from "./for-each-pack.js";
import type { Io, Outcome, PackFlags } from "./types.js";

/** Counts the tokens of each tool, profile and pack beside their budgets, and lists what is hidden from the model. */
export async function runBudget(flags: PackFlags, io: Io): Promise<Outcome> {
  const counter = startTokenCounter();
  try {
    const { results, warnings } = await forEachModel(flags, io, (read) => buildBudget(read, counter));
    return {
      data: { encoding: "o200k_base", packs: results },
      lines: results.flatMap(formatBudget),
      problems: [
        ...warnings,
        ...results.flatMap(({ name, profiles }) => profiles.flatMap((profile) => checkProfile(profile, name))),
      ],
    };
  } finally {
    await counter.close();
  }
}

/** What a pack costs a model, in tokens of its OpenAI definitions. */
interface Budget {
  readonly name: string;
  readonly tokens: number;
  readonly profiles: readonly {
    readonly name: string;
    readonly tools: number;
    readonly tokens: number;
    readonly budget: number | null;
  }[];
  readonly tools: readonly { readonly name: string; readonly tokens: number }[];
  /** Places of the operations that no argument reaches, each with the reason. */
  readonly hidden: readonly { readonly tool: string; readonly place: string; readonly reason: string }[];
}

/** Counts a pack: the whole, each profile as a host would send it, and each tool alone. */
async function buildBudget({ model }: ReadModel, counter: TokenCounter): Promise<Budget> {
  const { actions, profiles } = model;
  const sets = profiles.map(({ tools }) => actions.filter(({ name }) => tools.includes(name)));
  const texts = [actions, ...sets, ...actions.map((action) => [action])].map((set) =>
    JSON.stringify(buildFunctions(set)),
  );
  const [total = 0, ...counts] = await counter.count(texts);
  return {
    name: model.pack.name,
    tokens: total,
    profiles: profiles.map(({ name, tools, budget }, index) => ({
      name,
      tools: tools.length,
      tokens: counts[index] ?? 0,
      budget: budget ?? null,
    })),
    tools: actions.map(({ name }, index) => ({ name, tokens: counts[profiles.length + index] ?? 0 })),
    hidden: actions.flatMap(({ name, hide }) => hide.map(({ place, reason }) => ({ tool: name, place, reason }))),
  };
}

function checkProfile(profile: Budget["profiles"][number], pack: string): readonly Problem[] {
  if (profile.budget === null || profile.tokens <= profile.budget) return [];
  return [
    {
      code: "over-budget",
      kind: "finding",
      severity: "error",
      message: `Profile ${profile.name} of ${pack} uses ${profile.tokens} tokens, over its budget of ${profile.budget}.`,
      fix: "Shorten descriptions, hide arguments with a reason, or remove tools from the profile.",
    },
  ];
}

function formatBudget(budget: Budget): readonly string[] {
  const row = (name: string, tokens: number, more = ""): string =>
    `  ${String(tokens).padStart(6)}  ${name}${more === "" ? "" : `  ${more}`}`;
  return [
    `${budget.name}: ${budget.tokens} tokens (o200k_base), ${countNoun(budget.tools.length, "tool")}`,
    "profiles",
    ...budget.profiles.map(({ name, tools, tokens, budget: limit }) =>
      row(name, tokens, `${countNoun(tools, "tool")}${limit === null ? "" : `, budget ${limit}`}`),
    ),
    "tools",
    ...budget.tools.map(({ name, tokens }) => row(name, tokens)),
    `hidden arguments: ${budget.hidden.length}`,
    ...budget.hidden.map(({ tool, place, reason }) => `  ${tool}  ${place}  ${reason}`),
  ];
}
