import { parseYaml } from "./parse-yaml.js";
import type { FindSpan, Parsed } from "./parsed.js";
import { readPlainYaml } from "./read-plain-yaml.js";

/** Reads plain YAML fast; the full parser reads everything else, and finds positions when they are needed. */
export function readYaml(text: string): Parsed {
  const plain = readPlainYaml(text);
  if (plain === undefined) return parseYaml(text);
  let findSpan: FindSpan | undefined;
  return {
    kind: "value",
    value: plain.value,
    repeats: [],
    findSpan: (path) => {
      findSpan ??= createFindSpan(text);
      return findSpan(path);
    },
  };
}

function createFindSpan(text: string): FindSpan {
  const parsed = parseYaml(text);
  if (parsed.kind === "value") return parsed.findSpan;
  throw new Error("The two YAML parsers disagree about a text.");
}
