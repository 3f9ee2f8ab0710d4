import { shortHash } from "../../shared/hash.js";
import { isArgumentName } from "../is-argument-name.js";
import { orderKeywords } from "../schema/order-keywords.js";
import type { Input } from "../types.js";
import type { ArgumentDraft } from "./argument-draft.js";
import { cleanArgumentName } from "./clean-argument-name.js";

/** Which place keeps a name that several have. */
const RANK: readonly Input["in"][] = ["path", "query", "body", "header", "cookie"];

/** One argument for each place, where nobody has said more. */
export function deriveArguments(inputs: readonly Input[]): readonly ArgumentDraft[] {
  const names = nameInputs(inputs);
  return inputs.map((input) => {
    const { schema, description } = input;
    return {
      name: names.get(input) ?? input.name,
      required: input.required,
      schema: description === "" ? schema : orderKeywords({ ...schema, description }),
      description,
      places: [input],
      fill: undefined,
      wildcard: undefined,
      wrap: undefined,
      check: undefined,
    };
  });
}

/** The names depend on the places alone, not on their order. */
function nameInputs(inputs: readonly Input[]): ReadonlyMap<Input, string> {
  const names = new Map<Input, string>();
  const taken = new Set<string>();
  const plain = (input: Input): string => cleanArgumentName(input.name || "body");
  const exact = (input: Input): number => (plain(input) === input.name ? 0 : 1);
  const ranked = [...inputs].sort(
    (a, b) =>
      exact(a) - exact(b) ||
      RANK.indexOf(a.in) - RANK.indexOf(b.in) ||
      (a.place < b.place ? -1 : a.place > b.place ? 1 : 0),
  );
  const keepers = new Set(ranked.map(plain));
  for (const input of ranked) {
    const name = plain(input);
    let free = taken.has(name) ? `${input.in}_${name}` : name;
    const clashes = free !== name && keepers.has(free);
    if (clashes || taken.has(free) || !isArgumentName(free)) free = `${name.slice(0, 54)}_${shortHash(input.place)}`;
    taken.add(free);
    names.set(input, free);
  }
  return names;
}
