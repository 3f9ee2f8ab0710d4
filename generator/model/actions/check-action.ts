import type { ActionOverride } from "../../load/overrides.js";
import { shortHash } from "../../shared/hash.js";
import type { Operation } from "../operations/types.js";
import type { ActionReport } from "./create-action-report.js";
import type { ArgumentDraft } from "./draft-argument.js";

/** Checks the parts of an action that refer to its arguments and its operation, once the arguments are known. */
export function checkAction(
  action: ActionOverride,
  operation: Operation,
  drafts: readonly ArgumentDraft[],
  report: ActionReport,
): void {
  checkFilled(action, operation, drafts, report);
  const names = new Set(drafts.map((draft) => draft.name));
  const exists = (name: string | undefined, ...path: readonly string[]): void => {
    if (name !== undefined && !names.has(name))
      report.unknown({ code: "unknown-argument", kind: "argument", name }, path, names, "add it under `arguments`");
  };
  for (const { name, fill } of drafts)
    if (fill !== undefined && "from" in fill) exists(fill.from, "arguments", name, "fill");
  (action.require ?? []).forEach((requirement, index) => {
    for (const [key, list] of Object.entries(requirement))
      for (const name of list) exists(name, "require", `${index}`, key);
  });
  exists(action.pages?.page, "pages", "page");
  exists(action.pages?.size, "pages", "size");
  checkExpectation(action, operation, report);
}

/** Every required place receives a value. */
function checkFilled(
  action: ActionOverride,
  operation: Operation,
  drafts: readonly ArgumentDraft[],
  report: ActionReport,
): void {
  for (const input of operation.inputs) {
    if (!input.required || input.place === action.filters?.at) continue;
    if (Object.hasOwn(action.send ?? {}, input.place)) continue;
    const owner = drafts.find((draft) => draft.places.some((place) => place.place === input.place));
    const sure = owner !== undefined && (input.in !== "path" || owner.required || owner.fill !== undefined);
    if (sure) continue;
    const hidden = Object.hasOwn(action.hide ?? {}, input.place);
    report.error(
      "unfilled-place",
      hidden ? ["hide", input.place] : owner ? ["arguments", owner.name] : ["operation"],
      `The required place "${input.place}" of ${operation.id} receives no value${owner ? ` when "${owner.name}" is absent` : ""}.`,
      hidden
        ? "Send a constant there under `send`, or stop hiding it."
        : "Make an argument for it required, or send a constant.",
    );
  }
}

/**
 * Hosts approve and repeat calls by their effect, and services by the method: the two must not contradict each other in a
 * written entry.
 */
export function checkEffect({ effect }: ActionOverride, { id, method }: Operation, report: ActionReport): void {
  const reads = method === "GET" || method === "HEAD" || method === "OPTIONS";
  const changes = method === "PUT" || method === "PATCH" || method === "DELETE";
  if (effect === "read" ? !changes : !reads) return;
  report.warn(
    "effect-method",
    ["effect"],
    `The effect is \`${effect}\`, but ${id} is a ${method}, which ${reads ? "only reads" : "changes something"} by the rules of HTTP.`,
    reads ? "Use the effect `read`." : "Use the effect `write` or `delete`.",
  );
}

function checkExpectation(action: ActionOverride, operation: Operation, report: ActionReport): void {
  if (action.expect === undefined) return;
  const found = `sha256:${shortHash(`${operation.summary}\n${operation.description}`, 16)}`;
  if (found !== action.expect)
    report.warn(
      "upstream-text-changed",
      ["expect"],
      `The text of ${operation.id} has changed since this description was written.`,
      `Review the description, then set \`expect\` to "${found}".`,
    );
}
