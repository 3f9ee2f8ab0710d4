import type { YAMLError } from "yaml";
import { tagFault } from "./build-yaml-scalar.js";
import { buildYamlValue } from "./build-yaml-value.js";
import type { Fault, FindSpan, Parsed, Span } from "./parsed.js";
import { keyText, loadYaml, offsetOf } from "./yaml-node.js";

/** Parses YAML 1.2 (core schema, no merge keys) into plain JSON values, with all positions and faults. */
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
    // Its own check compares each key with every other one; building the value finds the same.
    uniqueKeys: false,
    prettyErrors: false,
    // With "silent", a second document in the file would be ignored.
    logLevel: "error",
  });
  const broken = [...parsed.errors, ...parsed.warnings];
  const overflow = broken.find((error) => error.message.includes("call stack"));
  if (overflow !== undefined) {
    return tooDeep(overflow.pos[0]);
  }
  const [first] = broken;
  // The later ones are usually caused by the first.
  if (first !== undefined) return { kind: "faults", faults: [buildFault(first)] };
  const { value, repeats, faults, targets } = buildYamlValue(parsed.contents);
  if (faults.length > 0) return { kind: "faults", faults };
  return { kind: "value", value, repeats, findSpan: createFindSpan(parsed.contents, targets) };
}

function buildFault({ message, pos: [offset] }: YAMLError): Fault {
  const text = (message.split("\n")[0] ?? message).replace(/[.:]$/, "");
  const [, tag] = /^Unresolved tag: (.*)$/.exec(text) ?? [];
  if (tag !== undefined) return tagFault(tag, offset);
  return { code: "yaml-syntax", message: `is not valid YAML: ${text}`, fix: "Fix the syntax.", offset };
}

/** The library is recursive, and either throws or reports a stack overflow. */
function tooDeep(offset: number): Parsed {
  const fault = { code: "too-deep", message: "is nested too deeply", fix: "Reduce the nesting.", offset };
  return { kind: "faults", faults: [fault] };
}

function createFindSpan(root: unknown, targets: ReadonlyMap<unknown, unknown>): FindSpan {
  const { isMap, isScalar, isSeq } = loadYaml();
  return (path) => {
    let node = root;
    let span: Span = { keyOffset: offsetOf(root), valueOffset: offsetOf(root) };
    for (const key of path) {
      const container = targets.get(node) ?? node;
      if (isMap(container)) {
        // Of a repeated key, the last one counts.
        const pair = container.items.findLast(({ key: name }) => isScalar(name) && keyText(name) === key);
        if (pair === undefined) {
          return span;
        }
        const keyOffset = offsetOf(pair.key, span.keyOffset);
        span = { keyOffset, valueOffset: offsetOf(pair.value, keyOffset) };
        node = pair.value;
      } else if (isSeq(container) && container.items[Number(key)] !== undefined) {
        node = container.items[Number(key)];
        span = { keyOffset: offsetOf(node, span.keyOffset), valueOffset: offsetOf(node, span.keyOffset) };
      } else {
        return span;
      }
    }
    return span;
  };
}
