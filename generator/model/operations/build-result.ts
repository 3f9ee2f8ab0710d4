import { asObject } from "../../shared/json.js";
import { compareText } from "../../shared/order.js";
import { joinPointer } from "../../shared/pointer.js";
import { resolveRef } from "../../shared/ref.js";
import type { ModelContext } from "../context.js";
import type { JsonSchema } from "../types.js";
import { buildAccept } from "./build-accept.js";
import type { RawOperation } from "./raw-operation.js";
import { type AnswerType, isMediaType, readAnswerTypes } from "./read-answer-type.js";
import { readItems } from "./read-items.js";
import { operationKeys } from "./read-methods.js";
import type { Result } from "./types.js";

/** The response of a successful call. Whatever it declares, the operation can be a tool. */
export function buildResult(context: ModelContext, { item, method, raw }: RawOperation): Result {
  const { document, schemas } = context;
  const responses = asObject(raw.responses) ?? {};
  const statuses = Object.keys(responses).sort(compareText);
  const good = statuses.filter((status) => /^2(?:\d\d|XX)$/i.test(status));
  const redirects = statuses.some((status) => /^3(?:0[0-35-9]|XX)$/i.test(status));
  // Beside a redirect, the default is what is left: an error.
  const read = good.length > 0 || redirects ? good : statuses.filter((status) => status === "default");
  const base = joinPointer(item.pointer, ...operationKeys(method), "responses");
  const offered: (readonly AnswerType[])[] = [];
  const answers = read.map((status): Result["answers"][number] => {
    const response = resolveRef(document, responses[status], joinPointer(base, status));
    const content = asObject(response?.value.content) ?? {};
    const at = joinPointer(response?.pointer ?? base, "content");
    const types = readAnswerTypes(content);
    reportNames(context, types, at);
    offered.push(types);
    // A response to HEAD never has content, whatever it declares.
    const [best] = method === "HEAD" ? [] : types;
    if (best === undefined) return { status, mediaType: undefined, kind: "empty", schema: undefined, items: undefined };
    const media = asObject(content[best.mediaType]);
    const rawSchema = media?.schema;
    const schema =
      rawSchema === undefined || best.kind !== "json"
        ? undefined
        : schemas.translate(rawSchema, joinPointer(at, best.mediaType, "schema"), "output");
    const items = readItems(context, best.kind, media?.itemSchema, joinPointer(at, best.mediaType, "itemSchema"));
    return { status, ...best, schema, items };
  });
  return {
    answers,
    kind: readKind(answers, redirects),
    accept: buildAccept(offered),
    streams: offered.flat().some(({ kind }) => kind === "events" || kind === "lines"),
    redirects,
    schema: redirects ? undefined : joinSchemas(answers),
  };
}

function readKind(answers: Result["answers"], redirects: boolean): Result["kind"] {
  const kinds = answers.map(({ kind }) => kind);
  if (kinds.includes("json")) return "json";
  if (kinds.includes("text")) return "text";
  if (kinds.includes("binary")) return "binary";
  if (kinds.includes("events") || kinds.includes("lines")) return "stream";
  return redirects ? "redirect" : "empty";
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

function reportNames({ reporter }: ModelContext, types: readonly AnswerType[], at: string): void {
  const wrong = types.find(({ mediaType }) => !isMediaType(mediaType));
  if (wrong === undefined) return;
  reporter.spec({
    code: "media-type-form",
    severity: "warning",
    grouped: true,
    pointer: joinPointer(at, wrong.mediaType),
    message: `${JSON.stringify(wrong.mediaType.slice(0, 80))} is not a media type, so that no request asks for it.`,
    fix: "Write it as type/subtype: application/json.",
  });
}
