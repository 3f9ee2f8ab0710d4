import { shortHash } from "../shared/hash.js";
import { reservedFiles } from "./reserved-names.js";
import { splitWords } from "./words.js";

/** Something that needs a name: a unique, stable id and candidate names, best first. */
export interface Naming {
  readonly id: string;
  readonly candidates: readonly string[];
}

/**
 * Gives each id a unique name. If several ids want the same name, all of them use their next candidate, and finally a
 * hash of the id, so names do not depend on order.
 *
 * @param fold - normalizes names that would collide (letter case of files)
 */
export function planNames(
  namings: readonly Naming[],
  reserved: ReadonlySet<string>,
  fold: (name: string) => string = (name) => name,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>(reserved);
  let open = [...namings];
  for (let round = 0; open.length > 0; round += 1) {
    const wanted = open.map((naming) => ({ naming, name: candidate(naming, round) }));
    const counts = new Map<string, number>();
    for (const { name } of wanted) counts.set(fold(name), (counts.get(fold(name)) ?? 0) + 1);
    open = [];
    for (const { naming, name } of wanted) {
      if (counts.get(fold(name)) === 1 && !taken.has(fold(name)) && name !== "") names.set(naming.id, name);
      else open.push(naming);
    }
    for (const name of counts.keys()) taken.add(name);
  }
  return names;
}

function candidate({ id, candidates }: Naming, round: number): string {
  const last = candidates.length - 1;
  if (round <= last) return candidates[round] ?? "";
  return `${candidates[last] ?? ""}_${shortHash(id, 6 + round - candidates.length)}`;
}

/**
 * A base name of a file for each id: lower case, letters, digits, `_` and `-`, short enough for every file system.
 *
 * @param taken - base names that other files of the folder have
 */
export function planFileNames(ids: Iterable<string>, taken: readonly string[] = []): ReadonlyMap<string, string> {
  const namings = [...new Set(ids)].map((id) => {
    const plain = id.toLowerCase();
    const clean = /^[a-z0-9][a-z0-9_-]*$/.test(plain) ? plain : splitWords(id).join("-");
    return { id, candidates: [(clean === "" ? "unnamed" : clean).slice(0, 80)] };
  });
  return planNames(namings, new Set([...reservedFiles, ...taken]), (name) => name.toLowerCase());
}

/** The name that was planned for an id. */
export function readName(names: ReadonlyMap<string, string>, id: string): string {
  const name = names.get(id);
  if (name === undefined) throw new Error(`No name was planned for ${id}.`);
  return name;
}
