import type { AST } from "@eslint-community/regexpp";
import { type CharacterSet, readSet } from "./character-set.js";

/** How a pattern reads a text: one state for each character in it, in the order of the pattern. */
export interface Automaton {
  readonly states: readonly State[];
  /** The states that may read the first character, with the number of ways there. */
  readonly first: Ways;
  /** An empty text matches. */
  readonly matchesEmpty: boolean;
  /** What is tested without reading: each lookahead or lookbehind, and whether that happens at the start alone. */
  readonly lookarounds: readonly { readonly alternatives: readonly AST.Alternative[]; readonly once: boolean }[];
}

export interface State {
  readonly reads: CharacterSet;
  readonly next: Map<number, number>;
  /** The pattern matches as soon as this state has read. */
  matches: boolean;
}

/** Numbers of states, each with the number of ways to it. */
export type Ways = ReadonlyMap<number, number>;

/** A part of a pattern: how it begins and ends. */
interface Part {
  /** The ways to match without reading. */
  readonly empty: number;
  readonly first: Ways;
  readonly last: Ways;
  /** Last states after which nothing is tested any more, and whether the part may be empty without a test. */
  readonly sure: ReadonlySet<number>;
  readonly free: boolean;
}

const NOTHING: Part = { empty: 1, first: new Map(), last: new Map(), sure: new Set(), free: true };

/** Thrown for a pattern that is too large or reads what it has captured. */
export class UnmeasuredError extends Error {}

/** A repetition whose length varies by more is taken as one without limit. */
const MAX_SPREAD = 2;

/** The automaton of a pattern; what is repeated at most `copies` times is written out, for the rest less is known. */
export function buildAutomaton(alternatives: readonly AST.Alternative[], copies: number, most: number): Automaton {
  const states: State[] = [];
  const lookarounds: { alternatives: readonly AST.Alternative[]; once: boolean }[] = [];

  function build(node: AST.Node): Part {
    switch (node.type) {
      case "Alternative":
        return node.elements.reduce<Part>((before, element) => follow(before, build(element)), NOTHING);
      case "Group":
      case "CapturingGroup":
        return choose(node.alternatives.map(build));
      case "Quantifier":
        return repeat(node);
      case "Assertion":
        if ("alternatives" in node) lookarounds.push({ alternatives: node.alternatives, once: states.length === 0 });
        return { ...NOTHING, free: false };
      case "Backreference":
        throw new UnmeasuredError();
      default:
        return read(readSet(node));
    }
  }

  function read(reads: CharacterSet): Part {
    if (states.length >= most) throw new UnmeasuredError();
    const here = new Map([[states.length, 1]]);
    states.push({ reads, next: new Map(), matches: false });
    return { empty: 0, first: here, last: here, sure: new Set(here.keys()), free: false };
  }

  function repeat({ element, min, max }: AST.Quantifier): Part {
    if (max === 0) return NOTHING;
    const endless = max - min > MAX_SPREAD || min > copies;
    const written = Math.min(min, copies);
    let part = NOTHING;
    for (let count = 0; count < (endless ? written - 1 : written); count += 1) part = follow(part, build(element));
    if (endless) {
      const body = build(element);
      // Each of a limited number of rounds may be empty, which is more ways than a loop has.
      if (body.empty > 0 && (min > 1 || max < Infinity)) throw new UnmeasuredError();
      return follow(part, loop(body, min === 0));
    }
    let end = NOTHING;
    for (let count = min; count < max; count += 1) end = optional(follow(build(element), end));
    return follow(part, end);
  }

  function connect(from: Ways, to: Ways): void {
    for (const [state, ways] of from) {
      const next = states[state]?.next;
      for (const [target, more] of to) next?.set(target, (next.get(target) ?? 0) + ways * more);
    }
  }

  function follow(a: Part, b: Part): Part {
    connect(a.last, b.first);
    return {
      empty: a.empty * b.empty,
      first: add(a.first, scale(b.first, a.empty)),
      last: add(b.last, scale(a.last, b.empty)),
      sure: new Set([...b.sure, ...(b.free ? a.sure : [])]),
      free: a.free && b.free,
    };
  }

  function loop(body: Part, mayBeEmpty: boolean): Part {
    connect(body.last, body.first);
    return mayBeEmpty ? optional(body) : body;
  }

  const whole = choose(alternatives.map(build));
  for (const state of whole.sure) (states[state] as State).matches = true;
  return { states, first: whole.first, matchesEmpty: whole.free, lookarounds };
}

function optional(part: Part): Part {
  return { ...part, empty: part.empty + 1, free: true };
}

function choose(parts: readonly Part[]): Part {
  return {
    empty: parts.reduce((sum, part) => sum + part.empty, 0),
    first: parts.reduce<Ways>((sum, part) => add(sum, part.first), new Map()),
    last: parts.reduce<Ways>((sum, part) => add(sum, part.last), new Map()),
    sure: new Set(parts.flatMap((part) => [...part.sure])),
    free: parts.some((part) => part.free),
  };
}

function add(a: Ways, b: Ways): Ways {
  const sum = new Map(a);
  for (const [state, ways] of b) sum.set(state, (sum.get(state) ?? 0) + ways);
  return sum;
}

function scale(ways: Ways, by: number): Ways {
  return by === 0 ? new Map() : by === 1 ? ways : new Map([...ways].map(([state, count]) => [state, count * by]));
}
