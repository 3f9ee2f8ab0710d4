import { asText, type Json, type JsonObject } from "../../shared/json.js";
import { joinPointer } from "../../shared/pointer.js";
import { type Resolved, resolveRef } from "../../shared/ref.js";
import { visitBelow } from "../../shared/walk-schema.js";
import type { ModelContext } from "../context.js";
import type { Reporter } from "../create-reporter.js";
import { readMediaType } from "./read-media-type.js";
import type { Body, FormPart } from "./types.js";

/** The schemas that a run has looked at: operations share them. */
const looked = new WeakMap<Reporter, Set<string>>();

/**
 * Only a whole body or a part of multipart/form-data is sent as a file: reports every other schema of a body that
 * declares one.
 *
 * @param properties - of a form, with the places where they are named
 */
export function reportNestedFiles(
  { document, reporter }: ModelContext,
  { encoding, parts = {} }: Pick<Body, "encoding" | "parts">,
  schema: Json | undefined,
  pointer: string,
  properties: ReadonlyMap<string, Resolved>,
): void {
  if (encoding === "binary" || encoding === "text") return;
  const files = new Set(filePlaces(parts, properties));
  const seen = looked.get(reporter) ?? new Set<string>();
  looked.set(reporter, seen);
  // A stack of its own: a document may chain schemas deeper than the call stack.
  const waiting: [Json | undefined, string][] = [[schema, pointer]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (files.has(next[1])) continue;
    const found = resolveRef(document, ...next);
    // The same schema may be of a form whose properties are files, and of JSON.
    const key = `${encoding} ${found?.pointer}`;
    if (found === undefined || seen.has(key) || found.value.readOnly === true) continue;
    seen.add(key);
    if (isFile(found.value))
      reporter.spec({
        code: "nested-file",
        severity: "warning",
        pointer: found.pointer,
        message:
          "Only a whole body or a part of multipart/form-data can be a file. What is given for this one is sent as text, as it stands.",
        fix: "Make it a property of a multipart/form-data body of its own, or say how text holds it: `format: byte`, or `contentEncoding: base64`.",
      });
    visitBelow(found.value, (below, keyword, path) =>
      waiting.push([below, joinPointer(found.pointer, keyword, ...path)]),
    );
  }
}

function filePlaces(
  parts: Readonly<Record<string, FormPart>>,
  properties: ReadonlyMap<string, Resolved>,
): readonly string[] {
  return [...properties].flatMap(([name, { pointer }]) =>
    Object.hasOwn(parts, name) && parts[name]?.file !== undefined ? [pointer] : [],
  );
}

/** Bytes that no encoding turns into text. */
function isFile({ contentEncoding, contentMediaType, format }: JsonObject): boolean {
  if (asText(contentEncoding) !== "") return false;
  return (
    format === "binary" || (asText(contentMediaType) !== "" && readMediaType(asText(contentMediaType)) === "binary")
  );
}
