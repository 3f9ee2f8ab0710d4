import { toPointer } from "../shared/pointer.js";
import type { Position, Problem } from "../shared/problems.js";
import { limits } from "./limits.js";

/** Position of a value of the document, or of the key that names it. */
type LocatePointer = (pointer: string, part: "key" | "value") => Position;

/** Collects what is wrong with the document, each problem with its position in the input. */
export interface Report {
  /** Adds a fault, which costs only the operations that reach its place. */
  fault(fault: RawFault): void;
  faults(): readonly RawFault[];
  add(problem: {
    readonly code: string;
    readonly severity?: "error" | "warning";
    readonly message: string;
    readonly fix: string;
    readonly path: readonly string[];
    readonly what?: "key" | "value";
    /** Overrides the position derived from `path`, for an earlier key of the same name. */
    readonly at?: Position;
  }): void;
  problems(): readonly Problem[];
}

/** A fault before it is known which operations reach it; as a problem, the code is the kind of fault. */
export interface RawFault {
  readonly code: string;
  /** A sentence. */
  readonly message: string;
  readonly fix: string;
  readonly path: readonly string[];
}

/** Starts an empty report. What is hidden gives no warning. A limited number of problems per code is listed; the others are counted. */
export function createReport(
  locate: LocatePointer,
  isHidden: (path: readonly string[]) => boolean = () => false,
): Report {
  const problems: Problem[] = [];
  const counts = new Map<string, number>();
  const reported = new Set<string>();
  const faults: RawFault[] = [];
  return {
    fault(fault) {
      // The path of a walk is live.
      faults.push({ ...fault, path: [...fault.path] });
    },
    faults: () => faults,
    add({ code, severity = "error", message, fix, path, what = "value", at }) {
      if (severity === "warning" && isHidden(path)) return;
      // The validation may find what one of our checks has already found.
      const key = `${code}\0${message}`;
      if (reported.has(key)) {
        return;
      }
      reported.add(key);
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      if (count <= limits.problems) {
        problems.push({ code, kind: "spec", severity, message, fix, at: at ?? locate(toPointer(path), what) });
      }
    },
    problems() {
      const rest = [...counts].filter(([, count]) => count > limits.problems);
      const more = rest.map(([code, count]): Problem => {
        const last = problems.findLast((problem) => problem.code === code);
        return {
          code,
          kind: "spec",
          severity: last?.severity ?? "error",
          message: `${count - limits.problems} more problems of kind \`${code}\` are not listed.`,
          fix: "Fix the listed problems and run again.",
          ...(last?.at === undefined ? {} : { at: last.at }),
        };
      });
      return [...problems, ...more];
    },
  };
}
