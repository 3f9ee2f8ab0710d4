import { asObject } from "../../shared/json.js";
import { compareText } from "../../shared/order.js";
import { joinPointer } from "../../shared/pointer.js";
import { resolveRef } from "../../shared/ref.js";
import type { ModelContext } from "../context.js";
import { findDeep, MAX_CHAIN } from "../schema/find-deep.js";
import { findEndless } from "../schema/find-endless.js";
import { listReached } from "../schema/list-refs.js";
import { buildOperation } from "./build-operation.js";
import { checkParameters } from "./check-parameters.js";
import { checkDotSegments, checkSlash, checkTwins } from "./check-path.js";
import { checkSatisfiable } from "./check-satisfiable.js";
import { checkOwnServers } from "./own-server.js";
import { checkMethods, readMethods } from "./read-methods.js";
import { reportFaults } from "./report-faults.js";
import { reportSlow } from "./report-slow.js";
import type { Operation } from "./types.js";

/** Every operation below `paths`, ordered by path, then method. */
export function buildOperations(context: ModelContext): readonly Operation[] {
  const operations = checkSatisfiable(context, readOperations(context));
  checkTwins(operations, context.reporter);
  reportFaults(context, operations);
  const { defs } = context.schemas;
  const endless = findEndless(defs);
  const deep = findDeep(defs);
  const usable = endless.size + deep.size === 0 ? operations : operations.map(refuseUnending);
  reportSlow(context, usable);
  return usable;

  function refuseUnending(operation: Operation): Operation {
    const { answers, schema = {} } = operation.result;
    const items = answers.map((answer) => answer.items ?? {});
    const schemas = [...operation.inputs.map((input) => input.schema), schema, ...items];
    const name = [...listReached(schemas, defs)].find((reached) => endless.has(reached) || deep.has(reached));
    if (name === undefined) return operation;
    const { pointer } = operation;
    const found = endless.has(name)
      ? { code: "endless-schema", reason: `the schema ${name} includes itself` }
      : { code: "deep-schema", reason: `the schema ${name} leads through more than ${MAX_CHAIN} others` };
    return { ...operation, unsupported: operation.unsupported ?? { ...found, fix: undefined, pointer } };
  }
}

function readOperations(context: ModelContext): readonly Operation[] {
  const paths = asObject(context.document.paths) ?? {};
  return Object.keys(paths)
    .filter((path) => !path.startsWith("x-"))
    .sort(compareText)
    .flatMap((path) => {
      checkDotSegments(path, context.reporter);
      checkSlash(path, context.reporter);
      const item = resolveRef(context.document, paths[path], joinPointer("/paths", path));
      if (item === undefined) return [];
      checkParameters(context, item.value.parameters, item.pointer, path);
      checkOwnServers(context, item.value.servers, item.pointer);
      checkMethods(context, item);
      return readMethods(item.value).map((found) => buildOperation(context, { path, item, ...found }));
    });
}
