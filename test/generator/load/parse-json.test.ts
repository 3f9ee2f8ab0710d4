import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../../generator/load/parse-json.js";
import { cpuTime } from "../../helpers/cpu-time.js";

const options = { seed: Number(process.env.SEED ?? 1), numRuns: Number(process.env.RUNS ?? 3000) };

/** What a value is as text, so that the order of keys counts, and -0, and a bigint as the number it would be. */
function show(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    Object.is(each, -0) ? "-0" : typeof each === "bigint" ? Number(each) : each,
  );
}

/** Accepts what JSON.parse accepts and makes the same of it, but for the rules of our own. */
function compare(text: string): void {
  const ours = parseJson(text);
  if (ours.kind === "faults" && ours.faults.every(({ code }) => code === "number-overflow")) {
    expect(show(JSON.parse(text))).toContain("null");
    return;
  }
  let theirs: unknown;
  try {
    theirs = JSON.parse(text);
  } catch {
    expect(ours.kind === "faults" && ours.faults.at(-1)?.code).toBe("json-syntax");
    return;
  }
  expect(ours.kind === "value" ? show(ours.value) : ours).toBe(show(theirs));
}

const piece = fc.constantFrom(
  ...["{", "}", "[", "]", ",", ":", '"a"', '"a":', '"b": ', '"__proto__": ', '"', "'a'", "a"],
  ...['"\\u00e9"', '"\\ud800"', '"\\u12"', '"\\x"', '"\\', '"\u2028"', '"\t"', '"\n"', '"\0"', '"\x7f"', '"\\/"'],
  ...["1", "-0", "-", "+1", "01", "1.", ".5", "-0.5e3", "1e", "1E+2", "1e999", "-1e999", "0x1", "12345678901234567890"],
  ...["true", "tru", "True", "null", "NaN", "Infinity", "undefined", "false"],
  ...[" ", "\n", "\r", "\t", "\v", "\f", "\u00a0", "\ufeff", "\u2028", "//c\n", "/*c*/", "/", "#c\n", ";"],
);

describe("the JSON parser and JSON.parse", () => {
  it("read any pieces alike", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => compare(pieces.join(""))),
      options,
    );
  });

  it("read good texts alike, and broken copies of them", () => {
    const edit = fc.record({ at: fc.nat(400), cut: fc.nat(2), put: fc.oneof(fc.constant(""), piece) });
    fc.assert(
      fc.property(fc.json(), fc.array(edit, { maxLength: 3 }), (good, edits) => {
        let text = good;
        compare(text);
        for (const { at, cut, put } of edits) {
          const place = at % (text.length + 1);
          text = text.slice(0, place) + put + text.slice(place + cut);
        }
        compare(text);
      }),
      options,
    );
  });

  it.each(["[", '{"a":', '[{"a":', "[[1],"])("stop at a depth that nobody needs: %s", async (unit) => {
    let parsed: unknown;
    expect(await cpuTime(() => (parsed = parseJson(unit.repeat(100_000))))).toBeLessThan(2_000);
    expect(parsed).toMatchObject({ kind: "faults", faults: [{ code: "too-deep" }] });
  });
});

it("keeps integers that a number would round or print otherwise as bigints, and others as numbers", () => {
  const text =
    "[9007199254740993, -9007199254740993, 9223372036854775807, 9223372036854775808, -9223372036854775808.0, 9223372036854775.808e3, 9223372036854776000, 9007199254740992, 9007199254740993.5, 1e300, -0]";
  const parsed = parseJson(text);
  expect(parsed).toMatchObject({
    value: [
      9007199254740993n,
      -9007199254740993n,
      9223372036854775807n,
      9223372036854775808n,
      -9223372036854775808n,
      9223372036854775808n,
      2 ** 63,
      2 ** 53,
      9007199254740994,
      1e300,
      -0,
    ],
  });
});
