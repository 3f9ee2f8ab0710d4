import { shortHash } from "../../shared/hash.js";
import type { Operation } from "../operations/types.js";
import { beginWithLetter, nameOperation, type OperationName } from "./name-operation.js";
import { isVerb, stemOf } from "./name-words.js";
import { shortenName } from "./shorten-name.js";

/** An operation without a name yet, and the words by which those that want the same name can be told apart. */
interface Open {
  readonly operation: Operation;
  readonly name: OperationName;
  readonly telling: readonly string[];
}

/**
 * Tool names for operations that the overrides do not list: the words of the operationId, else method and path. Where
 * several want the same name, all of them add the words of their paths that the others have not, then all words of their
 * paths, and at last a hash, so that the order does not decide which keeps the plain name.
 */
export function deriveNames(
  operations: readonly Operation[],
  taken: ReadonlySet<string>,
  limit: number,
): ReadonlyMap<Operation, string> {
  const names = new Map<Operation, string>();
  const used = new Set(taken);
  let open = tellLongApart(
    operations.map((operation) => ({ operation, name: nameOperation(operation, limit), telling: [] })),
    limit,
  );
  for (let round = 0; open.length > 0; round += 1) {
    const rivals = groupBy(open, (each) => candidate(each, round, limit));
    const losers: Open[] = [];
    for (const [name, group] of rivals) {
      const [only] = group;
      if (only !== undefined && group.length === 1 && !used.has(name)) names.set(only.operation, name);
      else losers.push(...(round === 0 ? tellApart(group) : group.map(addPath)));
    }
    for (const name of rivals.keys()) used.add(name);
    open = losers;
  }
  return names;
}

/** The name that an operation wants in a round: with the words that tell it apart, then with a hash that gets longer. */
function candidate({ operation, name, telling }: Open, round: number, limit: number): string {
  const length = 2 + 2 * round;
  const room = round < 3 ? limit : Math.max(1, limit - length - 1);
  const words = round < 3 ? insertWords(name, telling) : name.words;
  const kept = { telling: new Set(round < 3 ? telling.map(stemOf) : []), subject: name.subject };
  const short = shortenName(words.join("_"), room, kept);
  return round < 3 ? short : `${short}_${shortHash(`${operation.method} ${operation.path}`, length)}`;
}

/** Before what the operation is about; but what is only said at the end of a path, at the end. */
function insertWords({ words, last }: OperationName, telling: readonly string[]): readonly string[] {
  const has = new Set(words.map(stemOf));
  const more = telling.filter((word) => !has.has(stemOf(word)));
  const ends = new Set(last);
  const [first = "", ...rest] = words;
  const verb = isVerb(first) ? [first] : [];
  const inner = more.filter((word) => !ends.has(word) && word !== "id");
  const outer = more.filter((word) => ends.has(word));
  return beginWithLetter([...verb, ...inner, ...(verb.length > 0 ? rest : words), ...outer]);
}

/** What is cut from one name may be what tells it from another, which keeps more: `/users/…/files` and `/accounts/…/files`. */
function tellLongApart(open: readonly Open[], limit: number): readonly Open[] {
  const isLong = ({ name }: Open): boolean => name.subject.size > 0 && name.words.join("_").length > limit;
  const groups = groupBy(open.filter(isLong), ({ name }) => [name.words[0], ...name.subject].join("_"));
  return [...open.filter((each) => !isLong(each)), ...[...groups.values()].flatMap(tellApart)];
}

/** Of each operation, the words of its own name that not all the others have; if their words are the same, of its path. */
function tellApart(group: readonly Open[]): readonly Open[] {
  const own = findTelling(group.map(({ name }) => name.words));
  const telling = own.some((words) => words.length > 0) ? own : findTelling(group.map(({ name }) => name.path));
  return group.map((each, index) => ({ ...each, telling: telling[index] ?? [] }));
}

function findTelling(names: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const counts = new Map<string, number>();
  for (const words of names)
    for (const stem of new Set(words.map(stemOf))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return names.map((words) => words.filter((word) => counts.get(stemOf(word)) !== names.length));
}

function addPath(each: Open): Open {
  return { ...each, telling: each.name.path };
}

function groupBy(open: readonly Open[], keyOf: (each: Open) => string): ReadonlyMap<string, readonly Open[]> {
  const groups = new Map<string, Open[]>();
  for (const each of open) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return groups;
}
