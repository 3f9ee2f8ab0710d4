import type { CST } from "yaml";
import { tagFault } from "./build-yaml-scalar.js";
import { buildYamlValue } from "./build-yaml-value.js";
import { limits } from "./limits.js";
import type { Fault, FindSpan, Parsed, Span } from "./parsed.js";
import { keyText, loadYaml, offsetOf } from "./yaml-node.js";

/** Parses YAML 1.2 (core schema, no merge keys) into plain JSON values, with all positions and faults. */
export function parseYaml(text: string): Parsed {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof TooDeep) return tooDeep(error.offset);
    throw error;
  }
}

/** Thrown to stop before the library recurses: a stack that overflows may end the process. */
class TooDeep extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super();
    this.offset = offset;
  }
}

function parse(text: string): Parsed {
  const { Composer } = loadYaml();
  const composer = new Composer({
    version: "1.2",
    schema: "core",
    merge: false,
    // Its own check compares each key with every other one; building the value finds the same.
    uniqueKeys: false,
  });
  const [document, second] = composer.compose(readTokens(text), true, text.length);
  const contents = document?.contents ?? null;
  const [first] = [...(document?.errors ?? []), ...(document?.warnings ?? [])];
  // The later ones are usually caused by the first.
  if (first !== undefined) return { kind: "faults", faults: [buildFault(first.message, first.pos[0])] };
  if (second !== undefined)
    return { kind: "faults", faults: [buildFault("The file has more than one document", second.range[0])] };
  const { value, repeats, faults, targets } = buildYamlValue(contents);
  if (faults.length > 0) return { kind: "faults", faults };
  return { kind: "value", value, repeats, findSpan: createFindSpan(contents, targets) };
}

/** The library's tokens; its parser keeps a stack of its own, by which the depth is known before anything recurses. */
function* readTokens(text: string): Generator<CST.Token> {
  const { Lexer, Parser } = loadYaml();
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      yield token;
      // Only the first is reported, and thousands take long.
      if (token.type === "error") return;
    }
    // The stack has the document as well.
    if (parser.stack.length > limits.depth + 1) throw new TooDeep(parser.offset - lexeme.length);
  }
  yield* parser.end();
}

function buildFault(message: string, offset: number): Fault {
  const text = (message.split("\n")[0] ?? message).replace(/[.:]$/, "");
  const [, tag] = /^Unresolved tag: (.*)$/.exec(text) ?? [];
  if (tag !== undefined) return tagFault(tag, offset);
  return { code: "yaml-syntax", message: `is not valid YAML: ${text}`, fix: "Fix the syntax.", offset };
}

function tooDeep(offset: number): Parsed {
  const message = `is nested more than ${limits.depth} levels deep`;
  const fault = { code: "too-deep", message, fix: "Reduce the nesting.", offset };
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
