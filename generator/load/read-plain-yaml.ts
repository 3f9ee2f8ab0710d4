import { createRequire } from "node:module";
import { type MutableJson, type MutableObject, setOwn } from "../shared/json.js";
import { limits } from "./limits.js";

/** The parts of js-yaml that are used; the package has no types. */
interface JsYaml {
  readonly Type: new (
    tag: string,
    options: { kind: "scalar"; resolve: (text: string | null) => boolean; construct: (text: string) => Scalar },
  ) => object;
  readonly FAILSAFE_SCHEMA: { extend(types: { implicit: readonly object[] }): object };
  load(text: string, options: object): unknown;
}
interface State {
  readonly input: string;
  readonly position: number;
  readonly kind: string | null;
  readonly anchor: string | null;
  readonly result: unknown;
}

/** Thrown to fall back to the full parser. */
class NotPlain extends Error {}

/** A scalar that is not text. As a key it is the text that was written; null is not a key. */
class Scalar {
  readonly value: null | boolean | number;
  readonly #text: string;
  // Without its own tag, the library would use `[object Object]` as the key.
  readonly [Symbol.toStringTag] = "Scalar";
  constructor(text: string, value: null | boolean | number) {
    this.#text = text;
    this.value = value;
  }
  toString(): string {
    if (this.value === null) throw new NotPlain();
    return this.#text;
  }
}

/** Where the two parsers differ, or might. Found by comparing them on millions of broken texts; see the test. */
const unusual: readonly RegExp[] = [
  // Control characters, tabs, other line breaks.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for.
  /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\p{Cs}]/u,
  // Directives and document marks; merge keys; tags; explicit and empty keys.
  /^(?:%|---|\.\.\.)|<<|(?:^|[\s,[{])(?:!|[?:](?:[\s,[\]{}]|$))/m,
  // Block scalars that keep the lines after them, give their indentation, or start with an empty line or a `#`.
  /[|>](?:\+|-?(?:[1-9]|\n *(?:\n|#)))/,
  // An item without a value on its line.
  /^ *(?:- +)*- *(?:#.*)?$/m,
  // A comment right after a bracket or a comma.
  /[[\]{},]#/,
];

/** In a text with anchors: everything but `key: &name` before a list or an object, and `*name` as a value. */
const unusualAnchor =
  /(?:^|[\s,[{])(?:&(?![\w-]+(?:\n +[\w"'-]| [{[]))|\*(?![\w-]+ *(?:[\n,\]}]|$)))|(?:^|[^:]) &|^ *&/m;

/**
 * Reads YAML that uses only common features with js-yaml, because the full parser builds two trees and is four times
 * slower. Returns undefined for every other text (tags, long numbers, repeated keys) and for every invalid text; the
 * full parser then reads it or reports the errors. Scalars follow the full parser's rules, so that both agree.
 */
export function readPlainYaml(text: string): { readonly value: MutableJson } | undefined {
  if (unusual.some((form) => form.test(text)) || hasOuterComment(text)) return undefined;
  try {
    library ??= loadLibrary();
    const { load, schema } = library;
    let anchors = false;
    const collections = new Set<unknown>();
    const listener = (event: "open" | "close", state: State): void => {
      if (event === "open") return;
      checkNode(state);
      anchors ||= state.anchor !== null;
      if (state.kind !== "scalar" && state.result !== null) collections.add(state.result);
    };
    // The library recurses; a stack that overflows may end the process.
    const tree = load(text, { schema, onWarning: stop, listener, maxDepth: 2 * limits.depth });
    if (tree === undefined || (anchors && unusualAnchor.test(text))) return undefined;
    // Values repeated by an alias can no longer be identified, so every value counts as one.
    const value = unwrap(tree, 1, { left: anchors ? limits.aliasNodes : limits.nodes, collections });
    // One that is missing from the value was used as a key.
    return collections.size === 0 ? { value } : undefined;
  } catch {
    // The full parser reports the error.
    return undefined;
  }
}

/** Numbers that JavaScript and the full parser might read differently, or that a number would round. */
const otherNumbers =
  /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;

let library: { readonly load: JsYaml["load"]; readonly schema: object } | undefined;

function loadLibrary(): NonNullable<typeof library> {
  const { FAILSAFE_SCHEMA, Type, load } = createRequire(import.meta.url)("js-yaml") as JsYaml;
  const type = (form: RegExp, read: (text: string) => Scalar["value"]): object =>
    new Type(`plain:${form.source}`, {
      kind: "scalar",
      resolve: (text) => text !== null && form.test(text),
      construct: (text) => new Scalar(text, read(text)),
    });
  const implicit = [
    type(/^(?:~|[Nn]ull|NULL)?$/, () => null),
    type(/^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/, (text) => /^t/i.test(text)),
    type(/^[-+]?(?:[0-9]{1,15}(?:\.[0-9]{0,15})?|\.[0-9]{1,15})(?:[eE][-+]?[0-9]{1,3})?$/, (text) =>
      Number.isFinite(Number(text)) ? Number(text) : stop(),
    ),
    type(otherNumbers, stop),
  ];
  return { load, schema: FAILSAFE_SCHEMA.extend({ implicit }) };
}

function stop(): never {
  throw new NotPlain();
}

/** Whether a comment is indented less than the line after it. */
function hasOuterComment(text: string): boolean {
  let outermost = Number.POSITIVE_INFINITY;
  for (const line of text.split("\n")) {
    const indent = line.search(/[^ ]/);
    if (indent === -1) continue;
    if (line[indent] === "#") outermost = Math.min(outermost, indent);
    else if (indent > outermost) return true;
    else outermost = Number.POSITIVE_INFINITY;
  }
  return false;
}

/** Called after each node: stops at a comment right after a quote. */
function checkNode({ input, position }: State): void {
  if (input[position] === "#" && "\"'".includes(input[position - 1] ?? "")) stop();
}

/** Remaining limits of the conversion. */
interface Left {
  left: number;
  readonly collections: Set<unknown>;
}

/** The library's values as plain data, within the limits of the full parser. What an alias repeats becomes a copy. */
function unwrap(node: unknown, depth: number, nodes: Left): MutableJson {
  nodes.left -= 1;
  if (depth > limits.depth || nodes.left < 0) stop();
  if (node instanceof Scalar) return node.value;
  nodes.collections.delete(node);
  if (Array.isArray(node)) return node.map((each) => unwrap(each, depth + 1, nodes));
  if (typeof node !== "object" || node === null) return node as string | null;
  const object: MutableObject = {};
  for (const key of Object.keys(node)) {
    // The full parser limits the length of keys.
    if (key.length > 100) stop();
    setOwn(object, key, unwrap((node as Record<string, unknown>)[key], depth + 1, nodes));
  }
  return object;
}
