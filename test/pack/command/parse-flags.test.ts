import { expect, test } from "vitest";
import { type Flag, parseFlags } from "../../../runtime/bin/parse-flags.js";

const flags: readonly Flag[] = [
  { name: "help", takes: "switch" },
  { name: "rerank", takes: "switch" },
  { name: "top_k", takes: "text" },
  { name: "ids", takes: "texts" },
];

const parse = (...argv: readonly string[]): object => {
  const { values, words } = parseFlags(argv, flags);
  return { ...Object.fromEntries(values), ...(words.length && { words }) };
};

test.each<[readonly string[], object]>([
  [[], {}],
  [["--top-k", "5"], { top_k: ["5"] }],
  [["--top_k=5"], { top_k: ["5"] }],
  [["--top-k", "-5"], { top_k: ["-5"] }],
  [["--top-k", "-"], { top_k: ["-"] }],
  [["--top-k=-x"], { top_k: ["-x"] }],
  [["--top-k="], { top_k: [""] }],
  [["--top-k", ""], { top_k: [""] }],
  [["--top-k=a=b"], { top_k: ["a=b"] }],
  [["--ids", "a", "--ids=b", "--ids", "a"], { ids: ["a", "b", "a"] }],
  [["--rerank"], { rerank: [true] }],
  [["--no-rerank"], { rerank: [false] }],
  [["--rerank=false"], { rerank: [false] }],
  [["-h"], { help: [true] }],
  [["a", "--rerank", "b", "-"], { rerank: [true], words: ["a", "b", "-"] }],
  [["a", "--", "--rerank", "-h"], { words: ["a", "--rerank", "-h"] }],
])("%j", (argv, expected) => {
  expect(parse(...argv)).toEqual(expected);
});

test.each<[readonly string[], string]>([
  [["--rernak"], "Unknown flag --rernak; did you mean --rerank?"],
  [["--top"], "Unknown flag --top; did you mean --top-k?"],
  [["--k", "1"], "Unknown flag --k; did you mean --top-k?"],
  [["--nothing-like-it=1"], "Unknown flag --nothing-like-it"],
  [["--__proto__", "x"], "Unknown flag --__proto__"],
  [["-x"], "Unknown flag -x"],
  [["--top-k"], "--top-k requires a value"],
  [["--top-k", "--rerank"], "--top-k requires a value"],
  [["--top-k", "--", "5"], "--top-k requires a value"],
  [["--top-k", "1", "--top_k=2"], "--top_k is given twice"],
  [["--rerank", "--no-rerank"], "--no-rerank is given twice"],
  [["--rerank=yes"], "--rerank does not accept a value"],
  [["--no-rerank=true"], "--no-rerank does not accept a value"],
])("%j is an error", (argv, message) => {
  expect(() => parse(...argv)).toThrow(message);
});
