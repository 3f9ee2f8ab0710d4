import { asList, asObject, asText } from "../../shared/json.js";
import { nearestName } from "../../shared/nearest-name.js";
import { joinPointer } from "../../shared/pointer.js";
import { type Resolved, resolveRef } from "../../shared/ref.js";
import type { ModelContext } from "../context.js";
import { buildParameter } from "./build-parameter.js";
import { checkParameters, placeOf } from "./check-parameters.js";
import { readPathNames } from "./check-path.js";
import type { RawOperation, Refuse } from "./raw-operation.js";
import { operationKeys } from "./read-methods.js";
import { readQuerystring } from "./read-querystring.js";
import type { Input } from "./types.js";

/** Headers that OpenAPI describes elsewhere. */
const IGNORED_HEADERS: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

/** Parameters of the path and of the operation; those of the operation take precedence. */
export function buildParameters(context: ModelContext, operation: RawOperation, refuse: Refuse): readonly Input[] {
  const credentials = credentialPlaces(context);
  const inputs = readDeclared(context, operation).flatMap((parameter) => {
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
    if (place === "header" && IGNORED_HEADERS.has(name.toLowerCase())) return [];
    // Credentials are sent by the pack and are not arguments.
    if (credentials.has(placeOf(parameter))) return [];
    return [buildParameter(context, parameter, refuse)];
  });
  refuseOtherNames(operation.path, inputs, refuse);
  return inputs;
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

/** The path and its parameters must have the same names, otherwise requests would use the wrong URL. */
function refuseOtherNames(path: string, inputs: readonly Input[], refuse: Refuse): void {
  const names = readPathNames(path);
  const declared = inputs.filter((input) => input.in === "path");
  const spare = declared.filter(({ name }) => !names.includes(name));
  for (const name of names) {
    if (declared.some((input) => input.name === name)) continue;
    const near = nearestName(
      name,
      spare.map((input) => input.name),
    );
    const fix = near === undefined ? "Declare it as a required path parameter." : `Rename the parameter ${near}.`;
    refuse("path-parameter", `the path parameter {${name}} is not declared`, undefined, fix);
  }
  for (const { name, pointer } of spare)
    refuse(
      "path-parameter",
      `the path parameter ${name} is missing from the path`,
      pointer,
      `Add {${name}} to the path, or remove the parameter.`,
    );
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
