import { asObject, asText } from "../../shared/json.js";
import { nearestName } from "../../shared/nearest-name.js";
import { joinPointer } from "../../shared/pointer.js";
import type { Resolved } from "../../shared/ref.js";
import type { ModelContext } from "../context.js";
import { placeOf } from "./check-parameters.js";
import type { RawOperation, Refuse } from "./raw-operation.js";
import { operationKeys } from "./read-methods.js";
import { readNames, readRoute } from "./read-route.js";

/** Operators and modifiers of RFC 6570, which would expand a name to more than its value. */
const EXPRESSION = /^[+#./;?&]|[*+,]|:\d+$/;

/**
 * The parameters of an operation where its path sends them: each name in the path has exactly one, and each parameter
 * of a path a name. What the document leaves open is decided here and reported.
 */
export function matchParameters(
  { reporter }: ModelContext,
  { method, path, item }: RawOperation,
  declared: readonly Resolved[],
  refuse: Refuse,
): readonly Resolved[] {
  const route = readRoute(path);
  const pointer = joinPointer(item.pointer, ...operationKeys(method));
  const matched = new Map(declared.map((parameter) => [placeOf(parameter), parameter]));
  const warn = (code: string, at: string, message: string, fix: string): void =>
    reporter.spec({ code, severity: "warning", pointer: at, message: `${method} ${path}: ${message}.`, fix });
  const addString = (place: "path" | "query", name: string): void => {
    const fix = `Declare it as a required ${place} parameter.`;
    warn("undeclared-parameter", pointer, `the parameter ${name} is not declared, so it is a required string`, fix);
    const value = { name, in: place, required: true, schema: { type: "string" } };
    matched.set(`${place}:${name}`, { value, pointer });
  };

  for (const key of route.constants) {
    const fixed = matched.get(`query:${key}`);
    if (fixed === undefined) continue;
    matched.delete(`query:${key}`);
    const fix = "Remove the parameter, or its value from the path.";
    warn("fixed-parameter", fixed.pointer, `the path has a value for ${key}, so it is not an argument`, fix);
  }
  for (const { key, name } of route.parameters) {
    if (matched.has(`query:${key}`)) continue;
    const place = [`path:${name}`, `query:${name}`].find((each) => matched.has(each));
    if (place === undefined) addString("query", key);
    else
      change(matched, place, { in: "query", name: key, ...(place.startsWith("path:") && asQuery(matched.get(place))) });
  }

  const names = new Set(route.names);
  const inPath = new Set(readNames(route.template.split("?", 1)[0] ?? ""));
  const missing = route.names.filter((name) => !matched.has(`path:${name}`));
  const spare = [...matched.values()].filter(({ value }) => value.in === "path" && !names.has(asText(value.name)));
  const meant = pairNames(missing, spare);
  for (const name of missing) {
    const same = meant.get(name);
    if (EXPRESSION.test(name)) {
      const reason = `its path contains the RFC 6570 expression {${name}}, which is not supported`;
      refuse("path-template", reason, pointer, "Write one {name} for each parameter.");
    } else if (same !== undefined) {
      change(matched, placeOf(same), { name });
      const message = `{${name}} in the path is taken to be the parameter ${asText(same.value.name)}`;
      warn("path-parameter", same.pointer, message, `Rename the parameter to ${name}.`);
    } else if (matched.has(`query:${name}`) && !inPath.has(name)) {
      change(matched, `query:${name}`, { in: "path", style: "simple" });
    } else addString("path", name);
  }
  const used = new Set(meant.values());
  for (const parameter of spare.filter((each) => !used.has(each))) {
    const name = asText(parameter.value.name);
    matched.delete(placeOf(parameter));
    const fix = `Add {${name}} to the path, or remove the parameter.`;
    warn("unused-parameter", parameter.pointer, `the parameter ${name} is not in the path, so it is not sent`, fix);
  }
  return [...matched.values()];
}

/** How a value that was declared for a path stands in a query: a list as one text, separated by commas. */
function asQuery(parameter: Resolved | undefined): Resolved["value"] {
  const isOne = /^(?:string|integer|number|boolean)$/.test(asText(asObject(parameter?.value.schema)?.type));
  return { required: true, style: "form", explode: isOne };
}

/** Changes where a parameter is sent; it is still found by the place that the document gives it. */
function change(parameters: Map<string, Resolved>, place: string, changes: Resolved["value"]): void {
  const parameter = parameters.get(place);
  if (parameter !== undefined) parameters.set(place, { ...parameter, value: { ...parameter.value, ...changes } });
}

/** With more names than this apart, the path and the parameters do not belong together. */
const MOST = 20;

/** Which declared parameter a name in the path must mean: the nearest, or the only one that is left for it. */
function pairNames(missing: readonly string[], spare: readonly Resolved[]): ReadonlyMap<string, Resolved> {
  const pairs = new Map<string, Resolved>();
  if (Math.max(missing.length, spare.length) > MOST) return pairs;
  const left = new Map(spare.map((parameter) => [asText(parameter.value.name), parameter]));
  const pair = (name: string, other: string | undefined): void => {
    const parameter = left.get(other ?? "");
    if (parameter === undefined) return;
    pairs.set(name, parameter);
    left.delete(other ?? "");
  };
  for (const name of missing) pair(name, nearestName(name, left.keys()));
  const [open, ...others] = missing.filter((name) => !pairs.has(name));
  if (open !== undefined && others.length === 0 && left.size === 1) pair(open, [...left.keys()][0]);
  return pairs;
}
