import { asObject, type Json } from "../../shared/json.js";
import { joinPointer } from "../../shared/pointer.js";
import { resolveRef } from "../../shared/ref.js";
import type { ModelContext } from "../context.js";
import { readTypes } from "../schema/read-types.js";
import type { JsonSchema } from "../types.js";
import type { AnswerKind } from "./read-answer-type.js";

/**
 * The schema of each item of a stream, by the `itemSchema` of its media type: of a line, or of the data of an event.
 * Undefined where it says nothing of what a caller gets.
 *
 * @param pointer - of the `itemSchema`
 */
export function readItems(
  { document, schemas }: ModelContext,
  kind: AnswerKind,
  raw: Json | undefined,
  pointer: string,
): JsonSchema | undefined {
  if (raw === undefined || (kind !== "lines" && kind !== "events")) return undefined;
  if (kind === "lines") return schemas.translate(raw, pointer, "output");
  const event = resolveRef(document, raw, pointer);
  if (event === undefined) return undefined;
  const { data } = asObject(event.value.properties) ?? {};
  const found = resolveRef(document, data, joinPointer(event.pointer, "properties", "data"));
  if (found === undefined) return undefined;
  const { contentSchema, type } = found.value;
  if (contentSchema !== undefined)
    return schemas.translate(contentSchema, joinPointer(found.pointer, "contentSchema"), "output");
  // Data that is text is read as JSON where it is JSON, so that its own schema does not tell what it becomes.
  return readTypes(type).includes("string") ? undefined : schemas.translate(found.value, found.pointer, "output");
}
