import { createRequire } from "node:module";
import { createContext, runInContext } from "node:vm";
import { isObject, type MutableJson, type MutableObject, setOwn } from "../shared/json.js";
import { toPointer } from "../shared/pointer.js";
import { limits } from "./limits.js";
import { rankIntegers } from "./rank-integers.js";

/** Thrown when a search takes too long: the patterns of a filter may backtrack, and nested `..` multiply. */
export class SearchTimeout extends Error {}

/**
 * The places that a JSONPath (RFC 9535) matches, each once. Throws the library's error for one that is not valid, and a
 * SearchTimeout after so many seconds.
 */
export function findPaths(
  document: MutableObject,
  target: string,
  seconds: number = limits.searchSeconds,
): readonly (readonly string[])[] {
  // Loaded here, since most runs have no overlay.
  const { exec } = createRequire(import.meta.url)("jsonpath-rfc9535") as typeof import("jsonpath-rfc9535");
  const found = new Map<string, readonly string[]>();
  const { value, text } = target.includes("?") ? replaceBigints(document, target) : { value: document, text: target };
  const search = (): void =>
    exec(value as Parameters<typeof exec>[0], text, (_, path) => {
      const keys = path.map(String);
      found.set(toPointer(keys), keys);
    });
  try {
    // The limit of a script holds for what it calls as well, also in the middle of a regular expression.
    runInContext("search()", createContext({ search }), { timeout: seconds * 1000 });
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") throw new SearchTimeout();
    throw error;
  }
  return [...found.values()];
}

/** A filter compares numbers, and the library does not know bigints: see `rankIntegers`. */
function replaceBigints(document: MutableJson, target: string): { readonly value: MutableJson; readonly text: string } {
  const integers = new Set<bigint>();
  collect(document, integers);
  if (integers.size === 0) return { value: document, text: target };
  // Strings of the expression are skipped, so that only its own literals are replaced.
  const tokens = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?<![\w.])-?\d{16,}(?![\w.])/g;
  const literals = target.match(tokens)?.filter((token) => !/^["']/.test(token)) ?? [];
  const ranks = rankIntegers([...integers, ...literals.map(BigInt)]);
  const replace = (value: MutableJson): MutableJson => {
    if (typeof value === "bigint") return ranks.get(value) ?? Number(value);
    if (Array.isArray(value)) return value.map(replace);
    if (!isObject(value)) return value;
    const copy: MutableObject = {};
    for (const key of Object.keys(value)) setOwn(copy, key, replace(value[key] ?? null));
    return copy;
  };
  const text = target.replace(tokens, (token) =>
    /^["']/.test(token) ? token : String(ranks.get(BigInt(token)) ?? token),
  );
  return { value: replace(document), text };
}

function collect(value: MutableJson, integers: Set<bigint>): void {
  if (typeof value === "bigint") integers.add(value);
  else if (typeof value === "object" && value !== null)
    for (const child of Object.values(value)) collect(child, integers);
}
