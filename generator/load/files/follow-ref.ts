import { resolve } from "node:path";
import { isObject, type MutableJson, ownValue } from "../../shared/json.js";
import { refPointer, splitPointer } from "../../shared/pointer.js";
import type { Position } from "../../shared/problems.js";
import type { OpenFile, OpenFiles } from "./open-files.js";
import { splitRef } from "./resolve-file-ref.js";

/** What a reference leads to. Of the main file only the pointer is known, since it is still being changed. */
export interface Target {
  readonly file: OpenFile;
  readonly pointer: string;
  readonly value: MutableJson;
}

/**
 * Follows a reference to a definition, through those that are nothing but a reference to the next. Undefined if there is
 * none, with problems; a remote reference in the main file is left to the check of its references.
 */
export async function followRef(
  files: OpenFiles,
  ref: string,
  from: OpenFile,
  where: () => Position,
): Promise<Target | undefined> {
  const seen = new Set<string>();
  for (let [text, file] = [ref, from]; ; ) {
    const split = splitRef(text, file.self);
    if (split.kind === "remote") {
      if (file === files.main) return undefined;
      const message = `\`${text}\` is a remote reference; these are not supported.`;
      return files.refuse("remote-ref", message, "Bundle the document first.", where());
    }
    const next = split.kind === "file" ? await files.open(resolve(file.folder, split.path), text, where) : file;
    if (next === undefined) return undefined;
    const pointer = refPointer(split.fragment);
    const value = pointer === undefined ? undefined : readAt(next.value, pointer);
    if (pointer === undefined || (value === undefined && next !== files.main))
      return files.refuse("unresolved-ref", `\`${text}\` names nothing in its file.`, "Fix the reference.", where());
    if (next === files.main || value === undefined) return { file: next, pointer, value: null };
    const alias = isObject(value) && Object.keys(value).length === 1 ? ownValue(value, "$ref") : undefined;
    if (typeof alias !== "string") return { file: next, pointer, value };
    const key = `${next.path}#${pointer}`;
    if (seen.has(key)) return files.refuse(...refLoop(ref), where());
    seen.add(key);
    [text, file] = [alias, next];
  }
}

/** The problem of a reference without a definition. */
export function refLoop(ref: string): readonly [code: string, message: string, fix: string] {
  return ["ref-loop", `\`${ref}\` leads back to itself.`, "Replace one of the references with a definition."];
}

function readAt(value: MutableJson, pointer: string): MutableJson | undefined {
  return splitPointer(pointer).reduce<MutableJson | undefined>((each, key) => ownValue(each, key), value);
}
