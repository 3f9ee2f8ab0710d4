import { isObject, type MutableJson, ownValue } from "../shared/json.js";
import { methods } from "../shared/methods.js";
import { checkParameters } from "./check-parameters.js";
import type { Report } from "./report.js";
import { resolveLocal } from "./resolve-local.js";

/** Checks each path for what a request could not be built from, or would be sent elsewhere; false without any paths. */
export function checkPaths(document: MutableJson, report: Report): boolean {
  const paths = ownValue(document, "paths");
  if (!isObject(paths)) {
    report.add({
      code: "missing-paths",
      message: "The document has no `paths`, so there is nothing to make tools from.",
      fix: "Add the paths, or check that this is the right document.",
      path: paths === undefined ? [] : ["paths"],
    });
    return false;
  }
  /** Requests by method and path, without the parameters' names. */
  const requests = new Map<string, string>();
  for (const path of Object.keys(paths)) {
    if (path.startsWith("x-")) {
      continue;
    }
    const names = checkTemplate(path, report);
    checkTwins(document, path, requests, report);
    if (names !== undefined) {
      checkParameters(document, path, names, report);
    }
  }
  return true;
}

/** Reports an operation that no server could tell from one of another path. */
function checkTwins(document: MutableJson, path: string, requests: Map<string, string>, report: Report): void {
  const item = resolveLocal(document, ownValue(ownValue(document, "paths"), path));
  const form = path.replace(/\{[^{}]*\}/g, "{}");
  for (const method of methods) {
    if (ownValue(item, method) === undefined) {
      continue;
    }
    const twin = requests.get(`${method} ${form}`);
    if (twin === undefined) {
      requests.set(`${method} ${form}`, path);
    } else {
      report.add({
        code: "ambiguous-path",
        message: `\`${method.toUpperCase()} ${twin}\` and \`${method.toUpperCase()} ${path}\` differ only in the names of their parameters.`,
        fix: "Merge the two.",
        path: ["paths", path, method],
        what: "key",
      });
    }
  }
}

/** The names in a path's braces, in order; nothing when the template cannot be read. */
function checkTemplate(path: string, report: Report): readonly string[] | undefined {
  const add = (code: string, message: string, fix: string): void =>
    report.add({ code, message, fix, path: ["paths", path], what: "key" });

  if (!path.startsWith("/")) {
    add("path-form", `The path \`${path}\` does not start with \`/\`.`, "Start it with a slash.");
  }
  const literal = path.replace(/\{[^{}]*\}/g, "{}");
  if (/[?#]/.test(literal)) {
    add(
      "path-form",
      `The path \`${path}\` holds a query or a fragment.`,
      "Declare query parameters instead, and drop what follows `#`.",
    );
  }
  if (literal.split(/[/\\]/).some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment))) {
    add(
      "path-dot-segment",
      `The path \`${path}\` holds a \`.\` or \`..\` segment, which would lead to another path.`,
      "Write the path that is meant.",
    );
  }
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
  if (/[{}]/.test(path.replace(/\{[^{}]+\}/g, ""))) {
    add(
      "path-form",
      `The braces of the path \`${path}\` do not pair around names.`,
      "Write each parameter as `{name}`.",
    );
    return undefined;
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    add("path-form", `The path \`${path}\` holds \`{${twice}}\` twice.`, "Give each place a name of its own.");
  }
  return names;
}
