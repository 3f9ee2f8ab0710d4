import { isObject, type MutableJson, ownValue } from "../shared/json.js";
import { methods } from "../shared/methods.js";
import { nearestName } from "../shared/nearest-name.js";
import { describePlace } from "./describe-place.js";
import type { Report } from "./report.js";
import { resolveLocal } from "./resolve-local.js";

interface Declared {
  readonly name: string;
  readonly in: string;
  readonly path: readonly string[];
}

/** Checks that the names in a path and the declared path parameters are the same, and none is declared twice. */
export function checkParameters(document: MutableJson, path: string, names: readonly string[], report: Report): void {
  const item = resolveLocal(document, ownValue(ownValue(document, "paths"), path));
  if (!isObject(item)) {
    return;
  }
  const shared = readParameters(document, ownValue(item, "parameters"), ["paths", path, "parameters"], report);
  checkUnused(shared, path, names, report);
  for (const method of methods) {
    const operation = ownValue(item, method);
    if (!isObject(operation)) {
      continue;
    }
    const place = ["paths", path, method];
    const own = readParameters(document, ownValue(operation, "parameters"), [...place, "parameters"], report);
    checkUnused(own, path, names, report);
    const declared = new Set([...shared, ...own].filter((one) => one.in === "path").map((one) => one.name));
    for (const name of names.filter((one) => !declared.has(one))) {
      const near = nearestName(
        name,
        [...declared].filter((one) => !names.includes(one)),
      );
      report.add({
        code: "missing-path-parameter",
        message: `\`${method.toUpperCase()} ${path}\` has \`{${name}}\` in its path and declares no path parameter \`${name}\`.`,
        fix: near === undefined ? `Declare the parameter \`${name}\`.` : `Did you mean \`${near}\`?`,
        path: place,
        what: "key",
      });
    }
  }
}

function checkUnused(declared: readonly Declared[], path: string, names: readonly string[], report: Report): void {
  for (const parameter of declared) {
    if (parameter.in === "path" && !names.includes(parameter.name)) {
      const near = nearestName(parameter.name, names);
      report.add({
        code: "unused-path-parameter",
        message: `The path parameter \`${parameter.name}\` does not stand in the path \`${path}\`.`,
        fix: near === undefined ? "Take it out, or put it in the path." : `Did you mean \`${near}\`?`,
        path: parameter.path,
      });
    }
  }
}

function readParameters(
  document: MutableJson,
  list: MutableJson | undefined,
  path: readonly string[],
  report: Report,
): readonly Declared[] {
  const declared: Declared[] = [];
  const seen = new Set<string>();
  for (const [index, entry] of (Array.isArray(list) ? list : []).entries()) {
    const parameter = resolveLocal(document, entry);
    const name = ownValue(parameter, "name");
    const place = ownValue(parameter, "in");
    const at = [...path, String(index)];
    if (isObject(parameter) && name === undefined) {
      // The published schema of 3.1 forgets to ask for it.
      report.add({
        code: "missing-key",
        message: `${describePlace(document, at)} lacks the key \`name\`.`,
        fix: "Add it.",
        path: at,
      });
    }
    if (typeof name !== "string" || typeof place !== "string") {
      continue;
    }
    // Names of headers do not tell upper from lower case.
    const key = `${place}:${place === "header" ? name.toLowerCase() : name}`;
    if (seen.has(key)) {
      report.add({
        code: "duplicate-parameter",
        message: `The ${place} parameter \`${name}\` of ${describePlace(document, path.slice(0, -1))} is declared twice.`,
        fix: "Keep one of the two.",
        path: at,
      });
      continue;
    }
    seen.add(key);
    declared.push({ name, in: place, path: at });
  }
  return declared;
}
