import { joinPointer } from "../../shared/pointer.js";
import type { Reporter } from "../create-reporter.js";
import type { Refuse } from "./raw-operation.js";
import { readRoute, withoutNames } from "./read-route.js";

/** Refuses an operation whose path cannot be used in a request. */
export function refusePath(key: string, refuse: Refuse): void {
  const pointer = joinPointer("/paths", key);
  const { sent } = readRoute(key);
  // The runtime sends no encoded one either: a server that decodes twice would read it.
  if (/[\p{Cc}\p{Cs}]/u.test(key) || /%(?:25)*(?:[01][\da-f]|7f)/i.test(pathOf(sent)))
    refuse("path-form", "its path contains a control character", pointer, "Remove the character.");
  if (/[{}]/.test(sent.replace(/\{[^{}]+\}/g, "")))
    refuse(
      "path-form",
      `the braces of the path ${key} are unpaired or empty`,
      pointer,
      "Write each parameter as {name}.",
    );
}

/** Reports a path without a leading slash, which is sent with one. */
export function checkSlash(key: string, reporter: Reporter): void {
  if (key.startsWith("/")) return;
  reporter.spec({
    code: "path-slash",
    severity: "warning",
    pointer: joinPointer("/paths", key),
    message: `The path ${key} does not start with a slash; requests have one.`,
    fix: `Write /${key}.`,
  });
}

/** Reports a path that changes when it is normalised: a legitimate document does not need one. */
export function checkDotSegments(key: string, reporter: Reporter): void {
  if (!hasDotSegment(pathOf(readRoute(key).sent))) return;
  reporter.spec({
    code: "path-dot-segment",
    pointer: joinPointer("/paths", key),
    message: `The path ${key} contains a \`.\` or \`..\` segment, which resolves to another path.`,
    fix: "Write the path without it.",
  });
}

/** The path without the names, which may hold a question mark too. */
function pathOf(sent: string): string {
  return withoutNames(sent).split("?", 1)[0] ?? "";
}

/** The most times that a text may be encoded; nobody does it more than twice in good faith. */
const LAYERS = 8;

/** Whether a path has a `.` or `..` segment for any URL parser or proxy: they drop control characters and decode. */
export function hasDotSegment(path: string): boolean {
  let text = path;
  for (let layer = 0; layer < LAYERS; layer++) {
    const plain = text.replace(/\p{Cc}/gu, "");
    if (plain.split(/[/\\]/).some((segment) => segment === "." || segment === "..")) return true;
    text = plain.replace(/%[0-7][\da-f]/gi, decodeURIComponent);
    if (text === plain) return false;
  }
  return true;
}

/** Reports operations that a server cannot distinguish: only the names of their path parameters differ. */
export function checkTwins(
  operations: readonly {
    readonly method: string;
    readonly path: string;
    readonly pointer: string;
  }[],
  reporter: Reporter,
): void {
  const requests = new Map<string, string>();
  for (const { method, path, pointer } of operations) {
    const request = `${method} ${withoutNames(path.replace(/^\/?/, "/"))}`;
    const twin = requests.get(request);
    if (twin === undefined) requests.set(request, path);
    else
      reporter.spec({
        code: "ambiguous-path",
        severity: "warning",
        pointer,
        message: `${method} ${twin} and ${method} ${path} differ only in the names of their parameters.`,
        fix: "Merge the two, or hide one of them in the overrides.",
      });
  }
}
