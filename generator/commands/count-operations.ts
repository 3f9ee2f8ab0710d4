import type { ReadModel } from "../index.js";
import { compareText } from "../shared/order.js";

/** What became of the operations of a document. */
export interface OperationCount {
  readonly total: number;
  /** Those that some tool uses. */
  readonly tools: number;
  /** Those that the overrides leave out. */
  readonly hidden: number;
  /** Those that cannot be tools, by the code of the reason. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** Counts the operations of a model: each is used, hidden or left out. */
export function countOperations({ operations, actions, hidden }: ReadModel["model"]): OperationCount {
  const leftOut = new Map<string, number>();
  for (const { code } of hidden) if (code !== "hidden") leftOut.set(code, (leftOut.get(code) ?? 0) + 1);
  return {
    total: operations.length,
    tools: new Set(actions.map(({ operation }) => operation.pointer)).size,
    hidden: hidden.filter(({ code }) => code === "hidden").length,
    leftOut: Object.fromEntries([...leftOut].sort(([a, one], [b, other]) => other - one || compareText(a, b))),
  };
}

/** `117 of 125 became tools; 3 left out: 2 media-type, 1 redirect; 5 hidden` */
export function formatOperations({ total, tools, hidden, leftOut }: OperationCount): string {
  const reasons = Object.entries(leftOut);
  const count = reasons.reduce((sum, [, each]) => sum + each, 0);
  return [
    `${tools} of ${total} became tools`,
    ...(count === 0 ? [] : [`${count} left out: ${reasons.map(([code, each]) => `${each} ${code}`).join(", ")}`]),
    ...(hidden === 0 ? [] : [`${hidden} hidden`]),
  ].join("; ");
}

/** The line that closes a command whose result is about something else; none if no operation was left out. */
export function closeWith(count: OperationCount): readonly string[] {
  return Object.keys(count.leftOut).length === 0 ? [] : [`operations  ${formatOperations(count)}`];
}
