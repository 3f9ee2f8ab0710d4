import { asList, asText, type Json } from "../../shared/json.js";
import { originOf } from "../../shared/origin.js";
import { joinPointer } from "../../shared/pointer.js";
import type { ModelContext } from "../context.js";
import { findServerThreat, readServerUrl, showServerUrl } from "../pack/server-url.js";
import { buildBody } from "./build-body.js";
import { buildParameters } from "./build-parameters.js";
import { buildResult } from "./build-result.js";
import { refusePath } from "./check-path.js";
import type { RawOperation, Refuse } from "./raw-operation.js";
import { operationKeys, refuseMethod } from "./read-methods.js";
import type { Operation, Unsupported } from "./types.js";

/** One operation with its inputs and its result. */
export function buildOperation(context: ModelContext, operation: RawOperation): Operation {
  const { path, method, item, raw } = operation;
  const pointer = joinPointer("/paths", path, ...operationKeys(method));
  let unsupported: Unsupported | undefined;
  const refuse: Refuse = (code, reason, at = pointer, fix = undefined) => {
    unsupported ??= { code, reason, fix, pointer: at };
  };
  refusePath(path, refuse);
  refuseMethod(method, refuse);
  refuseOtherServer(context, operation, refuse);

  const parameters = buildParameters(context, operation, refuse);
  const body = buildBody(context, operation, refuse);
  const result = buildResult(context, operation, refuse);
  const operationId = asText(raw.operationId) || undefined;
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
    unsupported,
  };
}

/** A pack sends requests to one origin, so operations with another server are not supported. */
function refuseOtherServer(context: ModelContext, { item, method, raw }: RawOperation, refuse: Refuse): void {
  const own = { servers: asList(raw.servers), base: joinPointer(item.pointer, ...operationKeys(method)) };
  const shared = { servers: asList(item.value.servers), base: item.pointer };
  for (const { servers, base } of [own, shared]) reportThreats(context, servers, base);

  const { servers, base } = own.servers.length > 0 ? own : shared;
  const url = readServerUrl(servers[0]);
  if (url !== "" && url !== (readServerUrl(asList(context.document.servers)[0]) || "/"))
    refuse(
      "operation-server",
      `the operation-level server ${showServerUrl(url)} is not supported`,
      joinPointer(base, "servers", "0", "url"),
    );
}

/** A hostile URL is an error even in a server that is not used. */
function reportThreats({ reporter }: ModelContext, servers: readonly Json[], base: string): void {
  servers.map(readServerUrl).forEach((url, index) => {
    const threat = findServerThreat(url);
    if (threat !== undefined)
      reporter.spec({
        code: "bad-server",
        pointer: joinPointer(base, "servers", `${index}`, "url"),
        message: `The URL in \`servers\` ${JSON.stringify(showServerUrl(url))} ${threat}.`,
        fix: "Use an https URL without user name, query or fragment.",
      });
  });
}
