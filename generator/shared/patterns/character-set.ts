import type { AST } from "@eslint-community/regexpp";

/** Code points as sorted ranges without gaps between neighbours. */
export type CharacterSet = readonly (readonly [low: number, high: number])[];

const LAST = 0x10ffff;
const DIGIT: CharacterSet = [[0x30, 0x39]];
const WORD: CharacterSet = [...DIGIT, [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]];
const LINE_ENDS: CharacterSet = toSet([0x0a, 0x0d, 0x2028, 0x2029].map((code) => [code, code]));
const SPACE: CharacterSet = toSet([
  [0x09, 0x0d],
  [0x2000, 0x200a],
  ...[0x20, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff].map((code) => [code, code] as const),
]);

/** Every character. */
export const ANY: CharacterSet = [[0, LAST]];

/** Where a class such as `\p{L}` is not read exactly: above, it counts as every character. */
const FIRST_VAGUE = 0x300;
const VAGUE: CharacterSet = [[FIRST_VAGUE, LAST]];

/** The characters that an element of a pattern matches, or more. */
export function readSet(element: AST.Node): CharacterSet {
  switch (element.type) {
    case "Character":
      return [[element.value, element.value]];
    case "CharacterClassRange":
      return [[element.min.value, element.max.value]];
    case "CharacterSet": {
      if (element.kind === "property") return readProperty(element.raw);
      if (element.kind === "any") return complement(LINE_ENDS);
      const named = { digit: DIGIT, word: WORD, space: SPACE }[element.kind];
      return element.negate ? complement(named) : named;
    }
    case "CharacterClass": {
      const members = toSet(element.elements.flatMap(readSet));
      if (!element.negate) return members;
      // The complement of more than the members would be less than the complement.
      const isVague = element.elements.some((each) => each.type === "CharacterSet" && each.kind === "property");
      return isVague ? toSet([...complement(members), ...VAGUE]) : complement(members);
    }
    default:
      return ANY;
  }
}

function readProperty(raw: string): CharacterSet {
  const test = new RegExp(raw, "u");
  const codes = Array.from({ length: FIRST_VAGUE }, (_, code) => code);
  const members = codes.filter((code) => test.test(String.fromCodePoint(code)));
  return toSet([...members.map((code) => [code, code] as const), ...VAGUE]);
}

/** The characters that both hold. */
export function intersect(a: CharacterSet, b: CharacterSet): CharacterSet {
  const common: [number, number][] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [one, other] = [a[i], b[j]];
    if (one === undefined || other === undefined) return common;
    const [low, high] = [Math.max(one[0], other[0]), Math.min(one[1], other[1])];
    if (low <= high) common.push([low, high]);
    if (one[1] < other[1]) i += 1;
    else j += 1;
  }
}

function toSet(ranges: CharacterSet): CharacterSet {
  const merged: [number, number][] = [];
  for (const [low, high] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && low <= last[1] + 1) last[1] = Math.max(last[1], high);
    else merged.push([low, high]);
  }
  return merged;
}

function complement(set: CharacterSet): CharacterSet {
  const gaps: [number, number][] = [];
  let next = 0;
  for (const [low, high] of set) {
    if (low > next) gaps.push([next, low - 1]);
    next = high + 1;
  }
  if (next <= LAST) gaps.push([next, LAST]);
  return gaps;
}
