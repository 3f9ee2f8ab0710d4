import { asList, asObject, asText, type JsonObject } from "../../shared/json.js";
import { originOf } from "../../shared/origin.js";
import { joinPointer } from "../../shared/pointer.js";
import type { ModelContext } from "../context.js";
import type { Operation } from "../types.js";
import { buildBody } from "./build-body.js";
import { buildParameters } from "./build-parameters.js";
import { buildResult } from "./build-result.js";
import type { RawOperation } from "./raw-operation.js";

/** One operation with everything that it takes and answers. */
export function buildOperation(context: ModelContext, operation: RawOperation): Operation {
  const { path, method, item, raw } = operation;
  const refused: string[] = [];
  const refuse = (reason: string): void => {
    refused.push(reason);
  };
  if (/[?#]/.test(path)) refuse("path with a query or fragment");
  refuseOtherServer(context.document, operation, refuse);

  const parameters = buildParameters(context, operation, refuse);
  const body = buildBody(context, operation, refuse);
  const result = buildResult(context, operation, refuse);
  const operationId = asText(raw.operationId) || undefined;
  const pointer = joinPointer("/paths", path, method.toLowerCase());
  return {
    id: operationId ?? `${method} ${path}`,
    operationId,
    method,
    path,
    pointer,
    origin: originOf(pointer, "key", context.loaded),
    tags: asList(raw.tags).filter((tag): tag is string => typeof tag === "string"),
    summary: asText(raw.summary) || asText(item.value.summary),
    description: asText(raw.description) || asText(item.value.description),
    deprecated: raw.deprecated === true,
    inputs: [...parameters, ...body.inputs],
    body: body.body,
    result,
    unsupported: refused[0],
  };
}

/** A pack talks to one origin; an operation that lives on another would be sent to the wrong one. */
function refuseOtherServer(document: JsonObject, { item, raw }: RawOperation, refuse: (reason: string) => void): void {
  const own = firstUrl(raw) ?? firstUrl(item.value);
  if (own !== undefined && own !== (firstUrl(document) ?? "/")) refuse(`server of its own ${own}`);
}

function firstUrl(holder: JsonObject): string | undefined {
  return asText(asObject(asList(holder.servers)[0])?.url) || undefined;
}
