import { describe, expect, test } from "vitest";
import { patternLimit } from "../../../generator/shared/patterns/pattern-limit.js";
import { cpuTime } from "../../helpers/cpu-time.js";

describe("patterns that run on texts of any length", () => {
  test.each([
    String.raw`\S`,
    "^[a-z]([-a-z0-9]*[a-z0-9])?$",
    String.raw`^[^@\s]+@[^@\s]+$`,
    String.raw`[\s\S]*`,
    "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==)?$",
    String.raw`^(([a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9])\.)*([a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9])$`,
    String.raw`^((25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(25[0-5]|2[0-4]\d|[01]?\d\d?)$`,
    String.raw`^(?=.*[A-Z])(?=.*\d).{8,}$`,
    String.raw`^\p{L}+(?: \p{L}+)*$`,
    "^(?:AND|OR|NOT)$",
  ])("%s", async (pattern) => {
    expect(patternLimit(pattern)).toBe(Infinity);
    const regExp = new RegExp(pattern, "u");
    const texts = ["a", "1", "aA1", "a.", "a-", "@", "A1+/", " ", "é"].map((unit) => `${unit.repeat(50_000)}!`);
    expect(await cpuTime(() => texts.map((text) => regExp.test(text)))).toBeLessThan(1500);
  });
});

describe("patterns that run on short texts, which take the square or the cube of their length", () => {
  test.each([
    ["[a-z]+@", 2000, "a"],
    ["^a*a*$", 2000, "a"],
    [String.raw`.*\S.*x`, 200, "a"],
    [String.raw`^(.*)@(.*)\.(.*)$`, 200, "@."],
    [String.raw`^\s+|\s+$`, 2000, " "],
  ])("%s", async (pattern, limit, unit) => {
    expect(patternLimit(pattern)).toBe(limit);
    const regExp = new RegExp(pattern, "u");
    const text = `${unit.repeat(limit)}!`.slice(-limit);
    expect(await cpuTime(() => regExp.test(text))).toBeLessThan(1000);
  });
});

test.each([
  "^(a+)+$",
  "^(a|a)*$",
  "^(a|ab?)*b*$",
  String.raw`^(\w+\s?)*$`,
  "(x+x+)+y",
  "^((a?)?b)*$",
  "^(a?b?)*$",
  // Limited repetition is as bad as repetition without limit.
  "^(a?){30}a{30}$",
  "^(a{1,100}){1,100}$",
  "a?".repeat(30) + "a".repeat(30),
  "^(?=(a+)+$)",
  // Not understood.
  String.raw`^(\d+)\1$`,
])("%s does not run", (pattern) => {
  expect(patternLimit(pattern)).toBe(0);
});

test("a pattern of a megabyte is judged in time, and always alike", async () => {
  const patterns = ["(a|b)".repeat(100_000), `${"(".repeat(500)}a${")*".repeat(500)}`, "[a-z]{1,9}".repeat(20_000)];
  expect(await cpuTime(() => patterns.map(patternLimit))).toBeLessThan(8000);
});
