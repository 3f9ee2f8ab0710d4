import { asList, asObject, asText } from "../../shared/json.js";
import { joinPointer } from "../../shared/pointer.js";
import { type Resolved, resolveRef } from "../../shared/ref.js";
import type { ModelContext } from "../context.js";
import type { Input } from "../types.js";
import { buildParameter } from "./build-parameter.js";
import type { RawOperation } from "./raw-operation.js";

/** Headers that the standard takes from other parts of a document. */
const IGNORED_HEADERS: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

/** Parameters of the path and of the operation, which wins where both declare one. */
export function buildParameters(
  context: ModelContext,
  operation: RawOperation,
  refuse: (reason: string) => void,
): readonly Input[] {
  const { document } = context;
  const { item, method, raw } = operation;
  const own = joinPointer(item.pointer, method.toLowerCase());
  const found = new Map<string, Resolved>();
  for (const [list, base] of [
    [item.value.parameters, item.pointer],
    [raw.parameters, own],
  ] as const)
    asList(list).forEach((parameter, index) => {
      const resolved = resolveRef(document, parameter, joinPointer(base, "parameters", `${index}`));
      if (resolved) found.set(`${asText(resolved.value.in)}:${asText(resolved.value.name)}`, resolved);
    });

  const credentials = credentialPlaces(context);
  const inputs = [...found.values()].flatMap((parameter) => {
    const place = asText(parameter.value.in);
    const name = asText(parameter.value.name);
    if (!["path", "query", "header", "cookie"].includes(place)) {
      refuse(`parameter in ${place || "no place"}`);
      return [];
    }
    if (place === "header" && IGNORED_HEADERS.has(name.toLowerCase())) return [];
    // A key is the pack's to send, never a model's to give.
    if (credentials.has(credentialPlace(place, name))) return [];
    return [buildParameter(context, parameter, refuse)];
  });
  return checkTemplate(context, operation, inputs);
}

/** The template and the path parameters must name the same things, or a request would go to the wrong address. */
function checkTemplate(
  { reporter }: ModelContext,
  operation: RawOperation,
  inputs: readonly Input[],
): readonly Input[] {
  const { path, method } = operation;
  const named = new Set([...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ""));
  const declared = new Set(inputs.filter((input) => input.in === "path").map((input) => input.name));
  for (const name of named)
    if (!declared.has(name))
      reporter.spec({
        code: "path-parameter-missing",
        pointer: joinPointer("/paths", path, method.toLowerCase()),
        message: `${method} ${path} has {${name}} in its path, and no path parameter of that name.`,
        fix: `Declare a required path parameter "${name}".`,
      });
  return inputs.filter((input) => {
    if (input.in !== "path" || named.has(input.name)) return true;
    reporter.spec({
      code: "path-parameter-unused",
      pointer: input.pointer,
      message: `${method} ${path} declares the path parameter "${input.name}", which its path does not have.`,
      fix: `Put {${input.name}} into the path, or remove the parameter.`,
    });
    return false;
  });
}

function credentialPlaces({ document }: ModelContext): ReadonlySet<string> {
  const schemes = asObject(asObject(document.components)?.securitySchemes) ?? {};
  return new Set(
    Object.keys(schemes).flatMap((key) => {
      const scheme = resolveRef(document, schemes[key], "")?.value;
      return scheme?.type === "apiKey" ? [credentialPlace(asText(scheme.in), asText(scheme.name))] : [];
    }),
  );
}

function credentialPlace(place: string, name: string): string {
  return `${place}:${place === "header" ? name.toLowerCase() : name}`;
}
