import { buildFunctions, type ReadModel } from "../index.js";
import type { TokenCounter } from "../workers/start-token-counter.js";

/** What a pack costs a model, in tokens of its OpenAI definitions. */
export interface Budget {
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
export async function buildBudget({ model }: ReadModel, counter: TokenCounter): Promise<Budget> {
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
