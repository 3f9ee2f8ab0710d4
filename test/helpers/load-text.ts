import { createHash } from "node:crypto";
import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Overrides } from "../../generator/load/overrides.js";
import type { Loaded, OverlayTouch, SourceFile } from "../../generator/load/types.js";
import type { JsonObject } from "../../generator/shared/json.js";
import type { Position } from "../../generator/shared/problems.js";

/** Texts of the inputs; an `openapi`, `info` and `paths` that a fixture does not need are filled in. */
export interface LoadText {
  readonly spec: string;
  readonly overrides?: string;
  readonly touches?: readonly OverlayTouch[];
}

/** A Loaded from YAML text, without the checks, the files and the validation of LOAD. */
export function loadText({ spec, overrides, touches = [] }: LoadText): Loaded {
  const specFile = sourceFile("api.yaml", spec);
  const written = parseDocument(spec).toJS() as JsonObject;
  const document: JsonObject = {
    openapi: "3.1.0",
    info: { title: "Test API", version: "1.0.0" },
    paths: {},
    ...written,
  };
  return {
    document,
    bareDocument: document,
    version: String(document.openapi).startsWith("3.0") ? "3.0" : "3.1",
    overrides: overrides === undefined ? {} : (parseDocument(overrides).toJS() as Overrides),
    spec: specFile,
    overlays: [],
    overridesFile: overrides === undefined ? undefined : sourceFile("api.overrides.yaml", overrides),
    touches,
    runtime: [],
    templates: {},
    generatorVersion: "0.0.0",
    problems: [],
  };
}

function sourceFile(path: string, text: string): SourceFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file: path, line, column: col };
  };
  return {
    path,
    text,
    hash: createHash("sha256").update(text).digest("hex"),
    locate: (pointer) => position(find(document, pointer).value),
    locateKey: (pointer) => position(find(document, pointer).key),
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
