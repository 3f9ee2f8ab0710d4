import type { Scheme } from "../../model/security/types.js";
import type { Plan } from "../../plan/types.js";
import { countNoun } from "../../shared/count-noun.js";

/** Actions that need the same credentials: one of the alternatives, and all names of it. */
interface Combination {
  readonly alternatives: readonly (readonly string[])[];
  readonly count: number;
}

/** Combinations that are listed; the pages of the actions hold the rest. */
const most = 8;

/** How many actions need which credentials, one line for each combination, the most frequent first. */
export function describeCombinations(plan: Plan): readonly string[] {
  const all = listCombinations(plan);
  const rest = all.slice(most).reduce((sum, { count }) => sum + count, 0);
  const lines = all.slice(0, most).map(({ alternatives, count }) => {
    const verb = count === 1 ? "needs" : "need";
    return `${countNoun(count, "action")} ${verb} ${describeAlternatives(alternatives)}`;
  });
  return rest === 0 ? lines : [...lines, `${countNoun(rest, "action")} with other credentials, named on their pages`];
}

/** The schemes that a host configures: of alternatives, the first one, so that each action can be called. */
export function chooseSchemes(plan: Plan): readonly Scheme[] {
  const schemes = listSent(plan.model.pack.schemes);
  if (schemes.length < 2) return schemes;
  const chosen = new Set<string>();
  for (const { alternatives } of listCombinations(plan)) {
    const needed = alternatives.filter(({ length }) => length > 0);
    if (needed.some((names) => names.every((name) => chosen.has(name)))) continue;
    for (const name of needed[0] ?? []) chosen.add(name);
  }
  return schemes.filter(({ name }) => chosen.has(name));
}

/** The schemes for which a host gives a credential. */
export function listSent(schemes: readonly Scheme[]): readonly Scheme[] {
  return schemes.filter(({ sentAs }) => sentAs === undefined);
}

function listCombinations({ model: { pack }, tools }: Plan): readonly Combination[] {
  const given = new Map(pack.schemes.map(({ name, sentAs }) => [name, sentAs ?? name]));
  const found = new Map<string, Combination>();
  for (const { action } of tools) {
    const alternatives = action.security.map((each) => [
      ...new Set(Object.keys(each).map((name) => given.get(name) ?? name)),
    ]);
    const key = JSON.stringify(alternatives);
    found.set(key, { alternatives, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

function describeAlternatives(alternatives: Combination["alternatives"]): string {
  const needed = alternatives.filter(({ length }) => length > 0);
  if (needed.length === 0) return "none";
  if (needed.length > most) return `one of ${needed.length} alternatives, named on their pages`;
  const end = needed.length < alternatives.length ? ", or none" : "";
  if (needed.length > 1 && needed.every(({ length }) => length === 1))
    return `one of ${listNames(needed.flat())}${end}`;
  return `${needed.map((names) => (names.length > 1 ? `all of ${listNames(names)}` : listNames(names))).join("; or ")}${end}`;
}

function listNames(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
