import { createRequire } from "node:module";
import type { Node, ParseErrorCode } from "jsonc-parser";
import { type MutableJson, type MutableObject, setOwn } from "../shared/json.js";
import { limits } from "./limits.js";
import type { Fault, FindSpan, Parsed, Repeat, Span } from "./parsed.js";
import { overflowFault, readNumber } from "./read-number.js";

type Library = typeof import("jsonc-parser");

/** Thrown to stop parsing: errors after the first syntax error are usually caused by it, and limits stop at once. */
class Stop extends Error {}

interface Open {
  readonly value: MutableJson[] | MutableObject;
  /** In an object, the key whose value comes next. */
  key: string;
}

/** Parses JSON as strictly as `JSON.parse`, and also keeps repeated keys, exact integers and positions. */
export function parseJson(text: string): Parsed {
  const library = createRequire(import.meta.url)("jsonc-parser") as Library;
  const faults: Fault[] = [];
  const repeats: Repeat[] = [];
  const open: Open[] = [];
  let root: MutableJson = null;
  let values = 0;

  const stop = (code: string, message: string, fix: string, offset: number): never => {
    faults.push({ code, message, fix, offset });
    throw new Stop();
  };
  const add = (value: MutableJson, offset: number): void => {
    values += 1;
    if (open.length >= limits.depth) {
      stop("too-deep", `is nested more than ${limits.depth} levels deep`, "Reduce the nesting.", offset);
    }
    if (values > limits.nodes) {
      stop("too-many-values", `has more than ${limits.nodes} values`, "Reduce the size of the file.", offset);
    }
    const holder = open.at(-1);
    if (holder === undefined) root = value;
    else if (Array.isArray(holder.value)) holder.value.push(value);
    else setOwn(holder.value, holder.key, value);
  };
  const begin = (value: Open["value"], offset: number): void => {
    add(value, offset);
    open.push({ value, key: "" });
  };

  const visitor: Parameters<Library["visit"]>[1] = {
    onObjectBegin: (offset) => begin({}, offset),
    onArrayBegin: (offset) => begin([], offset),
    onObjectEnd: () => void open.pop(),
    onArrayEnd: () => void open.pop(),
    onObjectProperty(key, offset) {
      const holder = open.at(-1);
      if (holder === undefined) return;
      holder.key = key;
      if (Object.hasOwn(holder.value, key)) repeats.push({ path: pathOf(open), offset });
    },
    onLiteralValue(value: null | boolean | number | string, offset, length) {
      if (typeof value !== "number") return add(value, offset);
      const written = text.slice(offset, offset + length);
      const exact = readNumber(written, value);
      if (exact === undefined) faults.push(overflowFault(written, offset));
      add(exact ?? null, offset);
    },
    onError(error, offset) {
      stop("json-syntax", `is not JSON: ${nameOf(library, error)}`, "Fix the syntax.", offset);
    },
  };
  try {
    library.visit(text, visitor, { disallowComments: true });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  if (faults.length > 0) return { kind: "faults", faults };
  return { kind: "value", value: root, repeats, findSpan: createFindSpan(text, library) };
}

function pathOf(open: readonly Open[]): readonly string[] {
  return open.map(({ value, key }) => (Array.isArray(value) ? String(value.length - 1) : key));
}

/** `CloseBraceExpected` -> `close brace expected` */
function nameOf(library: Library, error: ParseErrorCode): string {
  const words = library.printParseErrorCode(error).replace(/(?<=[a-z])(?=[A-Z])/g, " ");
  return words.toLowerCase();
}

function createFindSpan(text: string, library: Library): FindSpan {
  let root: Node | undefined;
  return (path) => {
    // The tree is only for positions, which most runs never ask for.
    root ??= library.parseTree(text);
    let node = root;
    let span: Span = { keyOffset: node?.offset ?? 0, valueOffset: node?.offset ?? 0 };
    for (const key of path) {
      const child = findChild(node, key);
      if (child === undefined) return span;
      span = child.span;
      node = child.node;
    }
    return span;
  };
}

function findChild(parent: Node | undefined, key: string): { readonly span: Span; readonly node: Node } | undefined {
  if (parent?.type === "array") {
    const node = parent.children?.[Number(key)];
    return node && { node, span: { keyOffset: node.offset, valueOffset: node.offset } };
  }
  // Of a repeated key, the last one counts.
  const [name, node] = parent?.children?.findLast((property) => property.children?.[0]?.value === key)?.children ?? [];
  return name && node && { node, span: { keyOffset: name.offset, valueOffset: node.offset } };
}
