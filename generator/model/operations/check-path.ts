import { joinPointer } from "../../shared/pointer.js";
import type { Reporter } from "../create-reporter.js";
import type { Refuse } from "./raw-operation.js";

/** The names in the braces of a path template, in order. */
export function readPathNames(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
}

/** Refuses an operation whose path cannot be used in a request. */
export function refusePath(path: string, refuse: Refuse): void {
  const pointer = joinPointer("/paths", path);
  if (!path.startsWith("/"))
    refuse("path-form", `the path ${path} does not start with a slash`, pointer, `Write /${path}.`);
  if (/[?#]/.test(withoutNames(path)))
    refuse(
      "path-form",
      `the path ${path} contains a query or fragment`,
      pointer,
      "Declare query parameters, and remove what follows #.",
    );
  if (/[{}]/.test(path.replace(/\{[^{}]+\}/g, "")))
    refuse(
      "path-form",
      `the braces of the path ${path} are unpaired or empty`,
      pointer,
      "Write each parameter as {name}.",
    );
  const names = readPathNames(path);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    refuse(
      "path-form",
      `the path ${path} contains {${twice}} twice`,
      pointer,
      "Use a different name for each parameter.",
    );
}

/** Reports a path that changes when it is normalised: a legitimate document does not need one. */
export function checkDotSegments(path: string, reporter: Reporter): void {
  if (
    !withoutNames(path)
      .split(/[/\\?#]/)
      .some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment))
  )
    return;
  reporter.spec({
    code: "path-dot-segment",
    pointer: joinPointer("/paths", path),
    message: `The path ${path} contains a \`.\` or \`..\` segment, which resolves to another path.`,
    fix: "Write the path without it.",
  });
}

/** Reports operations that a server cannot distinguish: only the names of their path parameters differ. */
export function checkTwins(
  operations: readonly {
    readonly id: string;
    readonly method: string;
    readonly path: string;
    readonly pointer: string;
  }[],
  reporter: Reporter,
): void {
  const requests = new Map<string, string>();
  for (const { method, path, pointer } of operations) {
    const request = `${method} ${withoutNames(path)}`;
    const twin = requests.get(request);
    if (twin === undefined) requests.set(request, path);
    else
      reporter.spec({
        code: "ambiguous-path",
        pointer,
        message: `${method} ${twin} and ${method} ${path} differ only in the names of their parameters.`,
        fix: "Merge the two.",
      });
  }
}

function withoutNames(path: string): string {
  return path.replace(/\{[^{}]*\}/g, "{}");
}
