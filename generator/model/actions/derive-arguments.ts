import type { ActionOverride, Place } from "../../load/overrides.js";
import { shortHash } from "../../shared/hash.js";
import { compareText } from "../../shared/order.js";
import { isArgumentName } from "../clean-argument-name.js";
import type { Input } from "../operations/types.js";
import { argumentOf } from "./read-places.js";

/** Which place keeps a name that several places share. */
const RANK: readonly Input["in"][] = ["path", "query", "body", "header", "cookie"];

/** One argument per place, in the order of the document. */
export function deriveArguments(inputs: readonly Input[]): NonNullable<ActionOverride["arguments"]> {
  const names = nameInputs(inputs);
  return Object.fromEntries(
    inputs.map((input) => [names.get(input) ?? input.name, { at: [input.place as Place] }] as const),
  );
}

/** The names depend on the places alone, not on their order. */
function nameInputs(inputs: readonly Input[]): ReadonlyMap<Input, string> {
  const names = new Map<Input, string>();
  const taken = new Set<string>();
  // What an open body has besides its properties has no name on the wire.
  const exact = (input: Input): number => (argumentOf(input) === input.name && input.place !== "body:*" ? 0 : 1);
  const ranked = [...inputs].sort(
    (a, b) => exact(a) - exact(b) || RANK.indexOf(a.in) - RANK.indexOf(b.in) || compareText(a.place, b.place),
  );
  const keepers = new Set(ranked.map(argumentOf));
  for (const input of ranked) {
    const name = argumentOf(input);
    const others = [`${input.in}_${name}`, `${name}_${input.in}`];
    const usable = others.find((other) => !taken.has(other) && !keepers.has(other) && isArgumentName(other));
    const free = !taken.has(name) ? name : (usable ?? `${name.slice(0, 54)}_${shortHash(input.place)}`);
    taken.add(free);
    names.set(input, free);
  }
  return names;
}
