import { countNoun } from "../../shared/count-noun.js";
import { originOf } from "../../shared/origin.js";
import type { ModelContext } from "../context.js";
import type { Operation } from "./types.js";

/** How many faults of one code are listed; the others are counted. */
const LISTED = 50;

/** Reports the faults of the document that cost no operation; the others are the reason of those that they cost. */
export function reportFaults({ loaded, reporter }: ModelContext, operations: readonly Operation[]): void {
  const sourceOf = (pointer: string): string => {
    const { file, pointer: written } = originOf(pointer, "value", loaded);
    return `${file}#${written}`;
  };
  const counts = new Map<string, number>();
  const told = new Set(operations.flatMap(({ unsupported }) => (unsupported ? [sourceOf(unsupported.pointer)] : [])));
  // A path item that two places share has its faults at both.
  const idle = loaded.faults.filter(({ pointer }) => {
    const source = sourceOf(pointer);
    return !told.has(source) && told.add(source);
  });
  for (const { code, pointer, message, fix } of idle) {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count <= LISTED) reporter.spec({ code, severity: "warning", pointer, message, fix });
  }
  for (const [code, count] of counts)
    if (count > LISTED)
      reporter.spec({
        code,
        severity: "warning",
        pointer: idle.findLast((fault) => fault.code === code)?.pointer ?? "",
        message: `${countNoun(count - LISTED, "more problem")} of kind \`${code}\` are not listed.`,
        fix: "Fix the listed problems and run again.",
      });
}
