import type { Problem } from "../shared/problems.js";

const SEGMENT = /^[A-Za-z0-9._-]{1,120}$/;
/** Names that Windows reserves for devices, whatever the extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** What people and package managers create inside a pack; never generated. */
const FOREIGN = new Set(["dist", "node_modules", ".git"]);

/** Whether a path is relative, made of the closed alphabet, and stays inside the pack on every system. */
export function isSafePath(path: string): boolean {
  const segments = path.split("/");
  return (
    !FOREIGN.has((segments[0] ?? "").toLowerCase()) &&
    segments.every(
      (segment) => SEGMENT.test(segment) && !DEVICE.test(segment) && !segment.endsWith(".") && segment !== "",
    )
  );
}

/** The last line of defence: PLAN chooses safe names, and no other name reaches the disk. */
export function checkFileNames(paths: readonly string[]): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const path of paths) {
    // Two names that differ only in case are one file on Windows and macOS.
    const twin = seen.get(path.toLowerCase());
    seen.set(path.toLowerCase(), path);
    if (!isSafePath(path)) problems.push(refuse(`A pack cannot contain the file name ${JSON.stringify(path)}.`));
    else if (twin !== undefined) problems.push(refuse(`${path} and ${twin} are the same file on some systems.`));
  }
  return problems;
}

function refuse(message: string): Problem {
  return {
    code: "unsafe-file-name",
    kind: "write",
    severity: "error",
    message,
    fix: "Rename the tool or its group in the overrides.",
  };
}
