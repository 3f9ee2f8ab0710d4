import { createRequire } from "node:module";
import type { AST } from "@eslint-community/regexpp";
import { type Automaton, buildAutomaton, UnmeasuredError } from "./build-automaton.js";
import { measureAutomaton } from "./measure-automaton.js";

/** The longest texts on which a pattern may run whose cost grows with the square and the cube of their length. */
const LIMITS: ReadonlyMap<number, number> = new Map([
  [1, Infinity],
  [2, 2000],
  [3, 200],
]);

/** Tried in turn: how often a repetition is written out, and how many states that may take. */
const SIZES = [
  [40, 250],
  [1, 250],
] as const;

/** Patterns without repetition but of single characters cost what a text has characters, wherever the match begins. */
const PLAIN = /^(?:\^?[\w\s/@:,-]+|\^?\\[SsdDwW])\$?$/;

/** A longer pattern takes too long to understand. */
const MAX_PATTERN = 5000;

const known = new Map<string, number>();

/**
 * The length of text up to which a pattern may run, by the time that a backtracking matcher needs at worst: Infinity for
 * one that is linear, 0 for one that is exponential or not understood. Deterministic: nothing is measured by the clock.
 */
export function patternLimit(pattern: string): number {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  const limit = PLAIN.test(pattern)
    ? Infinity
    : pattern.length > MAX_PATTERN
      ? 0
      : (LIMITS.get(readCost(pattern)) ?? 0);
  known.set(pattern, limit);
  return limit;
}

function readCost(pattern: string): number {
  // Required, since most documents have no pattern that needs it.
  const require = createRequire(import.meta.url);
  const { RegExpParser } = require("@eslint-community/regexpp") as typeof import("@eslint-community/regexpp");
  let alternatives: readonly AST.Alternative[];
  try {
    ({ alternatives } = new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: true }));
  } catch {
    return Infinity;
  }
  return measure(alternatives, !alternatives.every(isAnchored));
}

function measure(alternatives: readonly AST.Alternative[], searches: boolean): number {
  let least = Infinity;
  for (const [copies, states] of SIZES) {
    const automaton = tryBuild(alternatives, copies, states);
    if (automaton !== undefined) least = Math.min(least, measureWhole(automaton, searches));
    if (least < Infinity) break;
  }
  return least;
}

function measureWhole({ states, first, matchesEmpty, lookarounds }: Automaton, searches: boolean): number {
  // What fails at one place is tried at the next; what has matched once is not.
  const failing = states.map((state) => ({
    ...state,
    next: new Map([...state.next].filter(([target]) => states[target]?.matches === false)),
  }));
  const entries = new Map([...first].filter(([state]) => states[state]?.matches === false));
  const fails = matchesEmpty || !searches ? 1 : measureAutomaton(failing, entries, true);
  const main = Math.max(fails, measureAutomaton(states, first, false));
  const inside = lookarounds.map((look) => ({ ...look, cost: measure(look.alternatives, false) }));
  const once = inside.filter((look) => look.once && !searches).map(({ cost }) => cost);
  const often = inside.filter((look) => !look.once || searches).map(({ cost }) => cost);
  return Math.max(main, ...once, ...often.map((cost) => main + cost));
}

function tryBuild(alternatives: readonly AST.Alternative[], copies: number, states: number): Automaton | undefined {
  try {
    return buildAutomaton(alternatives, copies, states);
  } catch (error) {
    if (error instanceof UnmeasuredError) return undefined;
    throw error;
  }
}

function isAnchored({ elements: [first] }: AST.Alternative): boolean {
  if (first?.type === "Assertion") return first.kind === "start";
  return (first?.type === "Group" || first?.type === "CapturingGroup") && first.alternatives.every(isAnchored);
}
