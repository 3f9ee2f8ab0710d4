import { asList, asText } from "../../shared/json.js";
import { originOf } from "../../shared/origin.js";
import { joinPointer } from "../../shared/pointer.js";
import type { ModelContext } from "../context.js";
import { addKeys } from "../security/add-keys.js";
import { buildSecurity } from "../security/build-security.js";
import { buildBody } from "./build-body.js";
import { buildParameters } from "./build-parameters.js";
import { buildResult } from "./build-result.js";
import { refusePath } from "./check-path.js";
import { checkOwnServers, readOwnServer } from "./own-server.js";
import type { RawOperation, Refuse } from "./raw-operation.js";
import { operationKeys, refuseMethod } from "./read-methods.js";
import { readRoute } from "./read-route.js";
import type { Operation, Result, Unsupported } from "./types.js";

/** One operation with its inputs and its result. */
export function buildOperation(context: ModelContext, operation: RawOperation): Operation {
  const { path, method, item, raw } = operation;
  const pointer = joinPointer("/paths", path, ...operationKeys(method));
  let unsupported: Unsupported | undefined;
  const refuse: Refuse = (code, reason, at = pointer, fix = undefined) => {
    unsupported ??= { code, reason, fix, pointer: at };
  };
  refuseFault(context, operation, refuse);
  refusePath(path, refuse);
  refuseMethod(method, refuse);
  checkOwnServers(context, raw.servers, joinPointer(item.pointer, ...operationKeys(method)));

  const operationId = asText(raw.operationId) || undefined;
  const id = operationId ?? `${method} ${path}`;
  const security = buildSecurity(context, operation, id);
  const parameters = buildParameters(context, operation, { id, security, refuse });
  const body = buildBody(context, operation, refuse);
  const answered = buildResult(context, operation);
  // Whatever is declared, an answer to HEAD has no body.
  const result: Result =
    method === "HEAD" ? { ...answered, answers: [], kind: "empty", streams: false, schema: undefined } : answered;
  return {
    id,
    operationId,
    method,
    path,
    template: readRoute(path).template,
    server: readOwnServer(context, operation),
    pointer,
    origin: originOf(pointer, "key", context.loaded),
    tags: asList(raw.tags).filter((tag): tag is string => typeof tag === "string"),
    summary: asText(raw.summary) || asText(item.value.summary),
    description: asText(raw.description) || asText(item.value.description),
    deprecated: raw.deprecated === true,
    inputs: [...parameters.inputs, ...body.inputs],
    keys: parameters.keys,
    security: addKeys(security, parameters.keys, context.security),
    body: body.body,
    result,
    unsupported,
  };
}

/** What LOAD found comes first: it was taken out, and what is left may be refused for lacking it. */
function refuseFault({ faults }: ModelContext, { item, method }: RawOperation, refuse: Refuse): void {
  const fault = faults.get(joinPointer(item.pointer, ...operationKeys(method)));
  if (fault !== undefined) refuse(fault.code, fault.message.replace(/\.$/, ""), fault.pointer, fault.fix);
}
