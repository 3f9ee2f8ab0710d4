import { asList, asText } from "../../shared/json.js";
import { joinPointer } from "../../shared/pointer.js";
import { type Resolved, resolveRef } from "../../shared/ref.js";
import type { ModelContext } from "../context.js";
import { buildKeys, type KeyParameter } from "../security/add-keys.js";
import type { Security } from "../security/types.js";
import { buildParameter } from "./build-parameter.js";
import { checkParameters, placeOf } from "./check-parameters.js";
import { keepApart } from "./keep-apart.js";
import { matchParameters } from "./match-parameters.js";
import type { RawOperation, Refuse } from "./raw-operation.js";
import { operationKeys } from "./read-methods.js";
import { readQuerystring } from "./read-querystring.js";
import { readRoute } from "./read-route.js";
import { createParameterSort } from "./sort-parameter.js";
import type { Input } from "./types.js";

/** Parameters of the path and of the operation; those of the operation take precedence. Keys are apart. */
export function buildParameters(
  context: ModelContext,
  operation: RawOperation,
  { id, security, refuse }: { readonly id: string; readonly security: Security; readonly refuse: Refuse },
): { readonly inputs: readonly Input[]; readonly keys: readonly KeyParameter[] } {
  const hidden: Input[] = [];
  const declared = matchParameters(context, operation, readDeclared(context, operation), refuse);
  const sort = createParameterSort(context.security, { id, security, refuse }, declared);
  const inputs = declared.flatMap((parameter) => {
    const place = asText(parameter.value.in);
    const name = asText(parameter.value.name);
    if (place === "querystring") {
      const parts = readQuerystring(context, parameter, refuse);
      return parts.map((part) => buildParameter(context, part, refuse));
    }
    if (name === "") {
      refuse("parameter-form", "a parameter has no name", parameter.pointer, "Add `name`.");
      return [];
    }
    if (!["path", "query", "header", "cookie"].includes(place)) {
      refuse(
        "parameter-form",
        `the parameter ${name} ${place === "" ? "has no `in`" : `is in ${place}`}`,
        parameter.pointer,
        "Set `in` to path, query, header or cookie.",
      );
      return [];
    }
    const kind = sort(parameter);
    if (kind === "none") return [];
    const input = buildParameter(context, parameter, refuse);
    if (kind === "argument") return [input];
    hidden.push(input);
    return [];
  });
  return {
    inputs: keepApart(inputs, readRoute(operation.path).constants, context.schemas.defs),
    keys: buildKeys(hidden, security, context.security, id),
  };
}

function readDeclared(context: ModelContext, { item, method, path, raw }: RawOperation): readonly Resolved[] {
  const own = joinPointer(item.pointer, ...operationKeys(method));
  checkParameters(context, raw.parameters, own, `${method} ${path}`);
  const lists = [
    [item.value.parameters, item.pointer],
    [raw.parameters, own],
  ] as const;
  const found = new Map<string, Resolved>();
  for (const [list, base] of lists)
    asList(list).forEach((parameter, index) => {
      const resolved = resolveRef(context.document, parameter, joinPointer(base, "parameters", `${index}`));
      if (resolved) found.set(placeOf(resolved), resolved);
    });
  return [...found.values()];
}
