import { asObject } from "../../shared/json.js";
import { compareText } from "../../shared/order.js";
import { joinPointer } from "../../shared/pointer.js";
import { resolveRef } from "../../shared/ref.js";
import type { ModelContext } from "../context.js";
import type { JsonSchema } from "../types.js";
import type { RawOperation, Refuse } from "./raw-operation.js";
import { type ContentKind, readMediaType } from "./read-media-type.js";
import { operationKeys } from "./read-methods.js";
import type { Result } from "./types.js";

const PREFERENCE: readonly ContentKind[] = ["json", "text", "form", "binary"];

/** The response of a successful call. */
export function buildResult(
  { document, schemas }: ModelContext,
  { item, method, raw }: RawOperation,
  refuse: Refuse,
): Result {
  const responses = asObject(raw.responses) ?? {};
  const statuses = Object.keys(responses).sort(compareText);
  const good = statuses.filter((status) => /^2(?:\d\d|XX)$/i.test(status));
  // A runtime that does not follow redirects has no result to return.
  if (good.length === 0 && statuses.some((status) => status.startsWith("3")))
    refuse("redirect", "a response that only redirects is not supported");

  const read = good.length > 0 ? good : statuses.filter((status) => status === "default");
  const base = joinPointer(item.pointer, ...operationKeys(method), "responses");
  const answers = read.map((status) => {
    const response = resolveRef(document, responses[status], joinPointer(base, status));
    const content = asObject(response?.value.content) ?? {};
    const offered = Object.keys(content).sort(compareText);
    const mediaType = PREFERENCE.flatMap((kind) => offered.filter((type) => readMediaType(type) === kind)).sort(
      (a, b) => Number(b === "application/json") - Number(a === "application/json"),
    )[0];
    if (mediaType === undefined && offered[0] !== undefined)
      refuse("media-type", `the response ${offered[0]} is not supported`);
    const media = mediaType === undefined ? undefined : asObject(content[mediaType]);
    const rawSchema = media?.schema;
    const at = joinPointer(response?.pointer ?? base, "content", mediaType ?? "", "schema");
    const isJson = mediaType !== undefined && readMediaType(mediaType) === "json";
    return {
      status,
      mediaType,
      schema: rawSchema === undefined || !isJson ? undefined : schemas.translate(rawSchema, at, "output"),
      items:
        media?.itemSchema === undefined
          ? undefined
          : schemas.translate(media.itemSchema, at.replace(/schema$/, "itemSchema"), "output"),
    };
  });
  return { answers, kind: readKind(answers), schema: joinSchemas(answers) };
}

function readKind(answers: Result["answers"]): Result["kind"] {
  const kinds = answers.flatMap(({ mediaType }) => (mediaType === undefined ? [] : [readMediaType(mediaType)]));
  if (kinds.length === 0) return "empty";
  if (kinds.includes("json")) return "json";
  return kinds.includes("text") || kinds.includes("form") ? "text" : "binary";
}

/** One schema for every answer with content; undefined if one of them declares no schema. */
function joinSchemas(answers: Result["answers"]): JsonSchema | undefined {
  const filled = answers.filter((answer) => answer.mediaType !== undefined);
  const distinct = new Map<string, JsonSchema>();
  for (const { schema } of filled) {
    if (schema === undefined) return undefined;
    distinct.set(JSON.stringify(schema), schema);
  }
  const choices = [...distinct.values()];
  return choices.length > 1 ? { anyOf: choices } : choices[0];
}
