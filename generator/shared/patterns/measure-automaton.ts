import type { State, Ways } from "./build-automaton.js";
import { ANY, intersect } from "./character-set.js";
import { findComponents } from "./find-components.js";
import { type Graph, pumps } from "./pumps.js";

/** A search that compares more pairs of states than this is not worth its time. */
const MAX_STEPS = 60_000;

/** Ways that do not grow with the text multiply its cost all the same. */
const MAX_WAYS = 1000;

/**
 * The power of a text's length that matching costs at most (1: linear); Infinity where it is exponential, or where that
 * cannot be excluded. States that can be reached in several ways over the same characters are what a backtracking matcher
 * tries again: pairs of states that read the same text show them.
 *
 * @param start - how the first character is read
 * @param searches - the match may begin anywhere
 */
export function measureAutomaton(states: readonly State[], start: Ways, searches: boolean): number {
  const root = states.length;
  const nextOf = (state: number): Ways =>
    state === root ? (searches ? new Map([...start, [root, 1]]) : start) : (states[state]?.next ?? new Map());
  const reads = (state: number): State["reads"] => states[state]?.reads ?? ANY;
  const all = [...states.keys(), root];
  const graph: Graph = { size: root + 1, nextOf: (state) => [...nextOf(state).keys()], reads };
  const loops = findComponents(all, graph.nextOf);

  let ways = 1;
  for (const state of all)
    for (const [target, count] of nextOf(state)) {
      if (count > 1 && loops.isSame(state, target)) return Infinity;
      ways *= count;
    }

  // A pair as one number, the smaller state first.
  const size = root + 1;
  const pairOf = (a: number, b: number): number => (a < b ? a * size + b : b * size + a);
  const nextPairs = new Map<number, number[]>();
  const waiting = [pairOf(root, root)];
  const merges = new Map<number, Set<number>>();
  let steps = 0;
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    if (nextPairs.has(pair)) continue;
    const [a, b] = [Math.floor(pair / size), pair % size];
    const found: number[] = [];
    nextPairs.set(pair, found);
    for (const one of nextOf(a).keys())
      for (const other of nextOf(b).keys()) {
        steps += 1;
        if (steps > MAX_STEPS) return Infinity;
        if (intersect(reads(one), reads(other)).length === 0) continue;
        found.push(pairOf(one, other));
        if (one === other && a !== b) merges.set(one, (merges.get(one) ?? new Set()).add(a).add(b));
      }
    waiting.push(...found);
  }
  for (const sources of merges.values()) ways *= sources.size;
  if (ways > MAX_WAYS) return Infinity;

  const pairs = findComponents([...nextPairs.keys()], (pair) => nextPairs.get(pair) ?? []);
  const isDouble = (pair: number): boolean => Math.floor(pair / size) === pair % size;
  for (const members of pairs.all) if (members.some(isDouble) && !members.every(isDouble)) return Infinity;

  // A loop that can be left for another one at any point of the same text adds a factor of its length.
  const leads = new Map<number, Set<number>>();
  for (const state of all) {
    if (!loops.isLoop(state) || !nextPairs.has(pairOf(state, state))) continue;
    const seen = new Set<number>();
    const open = [pairOf(state, state)];
    for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
      if (seen.has(pair)) continue;
      seen.add(pair);
      steps += 1;
      if (steps > MAX_STEPS) return Infinity;
      const [a, b] = [Math.floor(pair / size), pair % size];
      const other = a === state ? b : a;
      const known = leads.get(loops.of(state)) ?? new Set();
      if ((a === state || b === state) && !loops.isSame(a, b) && pairs.isLoop(pair) && !known.has(loops.of(other)))
        if (pumps(graph, loops, state, other, MAX_STEPS)) leads.set(loops.of(state), known.add(loops.of(other)));
      open.push(...(nextPairs.get(pair) ?? []));
    }
  }
  return 1 + longest(leads);
}

function longest(leads: ReadonlyMap<number, ReadonlySet<number>>): number {
  const known = new Map<number, number>();
  const depth = (loop: number): number => {
    const before = known.get(loop);
    if (before !== undefined) return before;
    known.set(loop, 0);
    const found = Math.max(0, ...[...(leads.get(loop) ?? [])].map((next) => 1 + depth(next)));
    known.set(loop, found);
    return found;
  };
  return Math.max(0, ...[...leads.keys()].map(depth));
}
