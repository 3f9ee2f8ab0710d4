import type { Action } from "../model/types.js";
import { planNames, readName } from "./plan-names.js";
import { reservedMembers } from "./reserved-names.js";
import { joinWords, splitWords } from "./words.js";

/** The method of each action, unique in its group. */
export function planMethods(actions: readonly Action[]): ReadonlyMap<string, string> {
  const methods = new Map<string, string>();
  for (const group of new Set(actions.map((action) => action.group))) {
    const members = actions.filter((action) => action.group === group);
    const named = planNames(
      members.map((action) => ({ id: action.name, candidates: planMethodCandidates(action.name, group) })),
      reservedMembers,
    );
    for (const { name } of members) methods.set(name, readName(named, name));
  }
  return methods;
}

/** Words that can precede a group's word without changing what it means: delete *all* memories. */
const plain = new Set(
  "a all any batch bulk many multiple one add create delete fetch find get import list read remove update".split(" "),
);

/**
 * Candidate names of a method in its group: the action without the group's words (`search_memories` of
 * `memories`: search; `list_organization_members` of `organizations`: listMembers), else in full. Where the group's
 * word is what the action is about and another noun qualifies it (`create_memory_export` of `exports`), the full name
 * stays.
 */
export function planMethodCandidates(actionName: string, group: string): string[] {
  const words = splitWords(actionName);
  const own = new Set(splitWords(group).flatMap((word) => [singular(word), word]));
  const [verb, ...rest] = words;
  if (verb === undefined) return [""];
  const kept = rest.filter((word, index) => {
    if (!own.has(word) && !own.has(singular(word))) return true;
    const before = rest.slice(0, index).filter((each) => !own.has(each) && !own.has(singular(each)));
    return index === rest.length - 1 && before.some((each) => !plain.has(each));
  });
  return [joinWords([verb, ...kept], "camel"), joinWords(words, "camel")];
}

function singular(word: string): string {
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(ss|us|is)$/.test(word)) return word;
  return word.endsWith("s") ? word.slice(0, -1) : word;
}
