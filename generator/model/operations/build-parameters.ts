import { asList, asObject, asText } from "../../shared/json.js";
import { joinPointer } from "../../shared/pointer.js";
import { type Resolved, resolveRef } from "../../shared/ref.js";
import type { ModelContext } from "../context.js";
import { buildParameter } from "./build-parameter.js";
import { checkParameters, placeOf } from "./check-parameters.js";
import { matchParameters } from "./match-parameters.js";
import type { RawOperation, Refuse } from "./raw-operation.js";
import type { Input } from "./types.js";

/** Headers that OpenAPI describes elsewhere. */
const IGNORED_HEADERS: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

/** Parameters of the path and of the operation; those of the operation take precedence. */
export function buildParameters(context: ModelContext, operation: RawOperation, refuse: Refuse): readonly Input[] {
  const credentials = credentialPlaces(context);
  const declared = matchParameters(context, operation, readDeclared(context, operation), refuse);
  return declared.flatMap((parameter) => {
    const place = asText(parameter.value.in);
    const name = asText(parameter.value.name);
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
    if (place === "header" && IGNORED_HEADERS.has(name.toLowerCase())) return [];
    // Credentials are sent by the pack and are not arguments.
    if (credentials.has(placeOf(parameter))) return [];
    return [buildParameter(context, parameter, refuse)];
  });
}

function readDeclared(context: ModelContext, { item, method, path, raw }: RawOperation): readonly Resolved[] {
  const own = joinPointer(item.pointer, method.toLowerCase());
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

function credentialPlaces({ document }: ModelContext): ReadonlySet<string> {
  const schemes = asObject(asObject(document.components)?.securitySchemes) ?? {};
  return new Set(
    Object.keys(schemes).flatMap((key) => {
      const scheme = resolveRef(document, schemes[key], "");
      return scheme?.value.type === "apiKey" ? [placeOf(scheme)] : [];
    }),
  );
}
