import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Overrides } from "../../generator/load/overrides.js";
import type { InputFile, Loaded } from "../../generator/load/types.js";
import { hashText } from "../../generator/shared/hash.js";
import type { JsonObject } from "../../generator/shared/json.js";
import type { Touch } from "../../generator/shared/origin.js";
import type { Locate } from "../../generator/shared/problems.js";

/** Texts of the inputs; an `openapi`, `info`, `servers` and `paths` that a fixture does not need are filled in. */
export interface LoadText {
  readonly spec: string;
  readonly overrides?: string;
  readonly touches?: readonly Touch[];
}

/** A Loaded from YAML text, without the checks, the files and the validation of LOAD. */
export function loadText({ spec, overrides, touches = [] }: LoadText): Loaded {
  const written = parseDocument(spec).toJS() as JsonObject;
  const document: JsonObject = {
    openapi: "3.1.0",
    info: { title: "Test API", version: "1.0.0" },
    servers: [{ url: "https://api.test" }],
    paths: {},
    ...written,
  };
  return {
    document,
    bareDocument: document,
    faults: [],
    version: String(document.openapi).startsWith("3.0") ? "3.0" : "3.1",
    overrides: overrides === undefined ? {} : (parseDocument(overrides).toJS() as Overrides),
    spec: inputFile(names.spec, spec),
    parts: [],
    overlays: [],
    overridesFile: overrides === undefined ? undefined : inputFile(names.overrides, overrides),
    touches,
    moves: [],
    pieces: {},
    runtime: [],
    templates: {},
    generatorVersion: "0.0.0",
    problems: [],
  };
}

const names = { spec: "api.yaml", overrides: "api.overrides.yaml" };

function inputFile(path: string, text: string): InputFile {
  return { path, hash: hashText(text) };
}

/** The way from a place in these texts to its line. */
export function locateText({ spec, overrides = "" }: LoadText): Locate {
  return ({ file, pointer, part }) => {
    const text = file === names.spec ? spec : overrides;
    const lines = new LineCounter();
    const { line, col } = lines.linePos(find(parseDocument(text, { lineCounter: lines }), pointer)[part]);
    return { file, line, column: col };
  };
}

/** Offsets of the key and the value at a pointer, or of the nearest ancestor. */
function find(document: Document, pointer: string): { key: number; value: number } {
  let node = document.contents as Node | null;
  let found = { key: 0, value: node?.range?.[0] ?? 0 };
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    const pair = isMap(node)
      ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === name)
      : undefined;
    const next = isSeq(node) ? (node.items[Number(name)] as Node | undefined) : (pair?.value as Node | undefined);
    if (next === undefined || next === null) return found;
    const value = next.range?.[0] ?? 0;
    found = { key: isPair(pair) && isScalar(pair.key) ? (pair.key.range?.[0] ?? value) : value, value };
    node = next;
  }
  return found;
}
