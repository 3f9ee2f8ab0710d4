import { type MutableObject, ownValue } from "../shared/json.js";
import type { Report } from "./report.js";
import type { Visitor } from "./walk-document.js";

/** Collects operationIds while the document is walked; `check` reports those that are used twice. */
export function createOperationIdCheck(): {
  readonly visitor: Visitor;
  check(report: Report): void;
} {
  const places = new Map<string, (readonly string[])[]>();
  /** An operation that is used by two paths is one operation. */
  const seen = new Set<MutableObject>();
  return {
    visitor: {
      object(value, kind, path) {
        const id = kind.kind === "object" && kind.shape === "Operation" ? ownValue(value, "operationId") : undefined;
        if (typeof id === "string" && !seen.has(value)) {
          seen.add(value);
          places.set(id, [...(places.get(id) ?? []), [...path]]);
        }
      },
    },
    check(report) {
      for (const [id, [first, ...others]] of places) {
        for (const other of others) {
          report.add({
            code: "duplicate-operation-id",
            message: `The operationId \`${id}\` is used by both \`${label(first ?? [])}\` and \`${label(other)}\`.`,
            fix: "Make the operationIds unique.",
            path: [...other, "operationId"],
          });
        }
      }
    },
  };
}

function label(path: readonly string[]): string {
  const [top, name, method, ...rest] = path;
  return top === "paths" && rest.length === 0 ? `${method?.toUpperCase()} ${name}` : path.join(".");
}
