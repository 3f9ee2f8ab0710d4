import { buildYamlValue } from "./build-yaml-value.js";
import { loadYaml } from "./load-yaml.js";
import type { FindSpan, Parsed, Span } from "./parsed.js";

/** Parses YAML 1.2 (core schema, no merge keys, no custom tags) into plain JSON values, with all its positions and faults. */
export function parseYaml(text: string): Parsed {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof RangeError) {
      return tooDeep(0);
    }
    throw error;
  }
}

function parse(text: string): Parsed {
  const parsed = loadYaml().parseDocument(text, {
    version: "1.2",
    schema: "core",
    merge: false,
    // Its own check compares each key with each other one; building the value finds the same.
    uniqueKeys: false,
    prettyErrors: false,
    // Under "silent" a second document in the file would be passed over.
    logLevel: "error",
  });
  const broken = [...parsed.errors, ...parsed.warnings];
  const overflow = broken.find((error) => error.message.includes("call stack"));
  if (overflow !== undefined) {
    return tooDeep(overflow.pos[0]);
  }
  if (broken.length > 0) {
    return {
      kind: "faults",
      // The later ones are mostly echoes of the first.
      faults: broken.slice(0, 1).map((error) => ({
        code: "yaml-syntax",
        message: `is not YAML that is understood: ${oneSentence(error.message)}`,
        fix: "Mend the syntax at this place.",
        offset: error.pos[0],
      })),
    };
  }
  const built = buildYamlValue(parsed.contents);
  if (built.faults.length > 0) {
    return { kind: "faults", faults: built.faults };
  }
  return { kind: "value", value: built.value, findSpan: createFindSpan(parsed.contents, built.targets) };
}

/** The library works by recursion, and tells of an overflow in either way. */
function tooDeep(offset: number): Parsed {
  const fault = { code: "too-deep", message: "is nested too deep to be read", fix: "Flatten the file.", offset };
  return { kind: "faults", faults: [fault] };
}

function createFindSpan(root: unknown, targets: ReadonlyMap<unknown, unknown>): FindSpan {
  const { isMap, isScalar, isSeq } = loadYaml();
  return (path) => {
    let node = root;
    let span: Span = { keyOffset: startOf(root, 0), valueOffset: startOf(root, 0) };
    for (const key of path) {
      const container = targets.get(node) ?? node;
      if (isMap(container)) {
        const pair = container.items.find(({ key: name }) => isScalar(name) && keyText(name) === key);
        if (pair === undefined) {
          return span;
        }
        const keyOffset = startOf(pair.key, span.keyOffset);
        span = { keyOffset, valueOffset: startOf(pair.value, keyOffset) };
        node = pair.value;
      } else if (isSeq(container) && container.items[Number(key)] !== undefined) {
        node = container.items[Number(key)];
        span = { keyOffset: startOf(node, span.keyOffset), valueOffset: startOf(node, span.keyOffset) };
      } else {
        return span;
      }
    }
    return span;
  };
}

function keyText(key: { readonly value: unknown; readonly source?: string }): string {
  return typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
}

function startOf(node: unknown, fallback: number): number {
  const range = (node as { readonly range?: readonly number[] | null } | null | undefined)?.range;
  return range?.[0] ?? fallback;
}

function oneSentence(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/[.:]$/, "");
}
