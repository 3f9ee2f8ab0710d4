import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "../../runtime/parse-json.js";
import { cpuTime } from "../helpers/cpu-time.js";

test.each<[string, unknown]>([
  ['{"id":653247040368672769}', { id: "653247040368672769" }],
  ["[-653247040368672769,18446744073709551615]", ["-653247040368672769", "18446744073709551615"]],
  ["9007199254740991", 9_007_199_254_740_991],
  ["-9007199254740991", -9_007_199_254_740_991],
  ["9007199254740992", "9007199254740992"],
  ["9007199254740993", "9007199254740993"],
  ["[1e400,-1e400,1E+999,1e4]", ["1e400", "-1e400", "1E+999", 10_000]],
  [
    "[0.12345678901234567890,1234567890123456.78,1e300,6.02214076e+23,-9007199254740991.0]",
    [0.123_456_789_012_345_68, 1_234_567_890_123_456.8, 1e300, 6.022_140_76e23, -9_007_199_254_740_991],
  ],
  // An integer may be written with a fraction or an exponent.
  ...["653247040368672769.0", "-6.53247040368672769e17", "653247040368.672769E+6", "1234567890123456789.5"].map(
    (text): [string, unknown] => [`{"id":${text}}`, { id: text }],
  ),
  ['{"653247040368672769":653247040368672769}', { "653247040368672769": "653247040368672769" }],
  // Inside a text a number is text, whatever stands before it.
  [
    String.raw`["a 653247040368672769 \" 653247040368672769","\\",653247040368672769]`,
    ['a 653247040368672769 " 653247040368672769', "\\", "653247040368672769"],
  ],
])("%s", (text, value) => {
  expect(parseJson(text)).toEqual(value);
});

test.each(['{"a":', "653247040368672769x", "[653247040368672769", '"653247040368672769'])("%s is no JSON", (text) => {
  expect(() => parseJson(text)).toThrow(SyntaxError);
});

test("whatever surrounds it, an integer keeps its digits, and everything else is as JSON.parse has it", () => {
  const integer = fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n });
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      integer.map((value) => ({
        text: `${value}`,
        value: Number.isSafeInteger(Number(value)) ? Number(value) : `${value}`,
      })),
      fc
        .json()
        .filter((text) => !/[\d.]{16}/.test(text))
        .map((text) => ({ text, value: JSON.parse(text) as unknown })),
      fc.string({ unit: "binary" }).map((value) => ({ text: JSON.stringify(value), value })),
      fc.array(tie("tree") as fc.Arbitrary<Pair>, { maxLength: 4 }).map((pairs) => ({
        text: `[${pairs.map(({ text }) => text).join(" , ")}]`,
        value: pairs.map(({ value }) => value),
      })),
    ),
  })) as { tree: fc.Arbitrary<Pair> };
  fc.assert(fc.property(tree, ({ text, value }) => void expect(parseJson(text)).toEqual(value)));
});

interface Pair {
  readonly text: string;
  readonly value: unknown;
}

test.each([
  ["quotes", `["${'\\"'.repeat(500_000)}",653247040368672769]`],
  ["digits", `["${"1".repeat(1_000_000)}"]`],
  ["numbers", `[${"1,".repeat(500_000)}653247040368672769]`],
  ["signs", `["${"1-".repeat(500_000)}",653247040368672769]`],
])("reads a megabyte of %s in linear time", async (_, text) => {
  expect(await cpuTime(async () => void parseJson(text))).toBeLessThan(2000);
});
