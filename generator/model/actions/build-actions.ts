import { suggestName } from "../../shared/nearest-name.js";
import { joinPointer } from "../../shared/pointer.js";
import type { Location } from "../../shared/problems.js";
import type { ModelContext } from "../context.js";
import type { Operation } from "../operations/types.js";
import type { Action, Model } from "../types.js";
import { buildAction } from "./build-action.js";
import { createActionReport } from "./create-action-report.js";
import { reportEffects } from "./derive-effect.js";
import { deriveNames } from "./derive-names.js";
import { deriveOverride } from "./derive-override.js";
import { indexOperations, type OperationIndex } from "./index-operations.js";
import { joinEvents } from "./join-events.js";
import { reportLeftOut } from "./report-left-out.js";

/** The code of an operation that the overrides leave out. */
const HIDDEN = "hidden";

/** Of a derived name, where the overrides set no budget: hosts put `mcp__server__` or the like before it, of 64 characters. */
const DERIVED_LENGTH = 40;

/** The tools of the overrides, then those of operations that the overrides do not list. */
export function buildActions(
  context: ModelContext,
  operations: readonly Operation[],
): Pick<Model, "actions" | "hidden"> {
  const { loaded, reporter } = context;
  const index = indexOperations(operations);
  const mapped = buildMapped(context, index);
  const hidden = readHidden(context, index, new Set(mapped.operations));
  const known = new Set([...mapped.operations, ...hidden.map(({ operation }) => operation)]);
  const unlisted = operations.filter((operation) => !known.has(operation));

  const mode = loaded.overrides.pack?.unlisted ?? "derive";
  if (mode === "hide") {
    const more = unlisted.map((operation) => ({ operation, reason: "Not listed in the overrides.", code: HIDDEN }));
    return { actions: mapped.actions, hidden: [...hidden, ...more] };
  }
  if (mode === "error") {
    // A misspelled reference also leaves its operation unlisted; report only the reference.
    const { actions = [], hidden: hides = {} } = loaded.overrides;
    const misspelt = mapped.operations.length < actions.length || hidden.length < Object.keys(hides).length;
    for (const operation of misspelt ? [] : unlisted)
      reporter.overrides({
        code: "operation-unlisted",
        pointer: "/pack/unlisted",
        message: `The operation ${operation.id} (${operation.method} ${operation.path}) is neither used by an action nor hidden.`,
        fix: `Add an action with "operation: ${operation.id}", or list it under \`hidden\` with a reason.`,
      });
    return { actions: mapped.actions, hidden };
  }
  const derived = deriveUnlisted(context, unlisted, mapped.actions);
  return { actions: [...mapped.actions, ...derived.actions], hidden: [...hidden, ...derived.hidden] };
}

function buildMapped(
  context: ModelContext,
  index: OperationIndex,
): { readonly actions: readonly Action[]; readonly operations: readonly Operation[] } {
  const { overrides, overridesFile } = context.loaded;
  const locate = (position: number): Location | undefined =>
    overridesFile && { file: overridesFile.path, pointer: joinPointer("/actions", `${position}`), part: "key" };
  const actions: Action[] = [];
  const operations: Operation[] = [];
  overrides.actions?.forEach((override, position) => {
    const report = createActionReport(context.reporter, override, position);
    const operation = index.find(override.operation);
    if (operation === undefined) {
      const what = { code: "unknown-operation", kind: "operation", name: override.operation };
      report.unknown(what, ["operation"], index.refs, "use an operationId or METHOD /path of the document");
      return;
    }
    operations.push(operation);
    if (operation.unsupported === undefined)
      actions.push(buildAction(context, override, operation, report, locate(position)));
    else
      report.error(
        "unsupported-operation",
        ["operation"],
        `${operation.id} cannot be a tool: ${operation.unsupported.reason}.`,
        operation.unsupported.fix ?? "Remove this action and list the operation under `hidden`.",
      );
  });
  return { actions: joinEvents(context, actions), operations };
}

function readHidden(
  { loaded, reporter }: ModelContext,
  index: OperationIndex,
  mapped: ReadonlySet<Operation>,
): Model["hidden"] {
  return Object.entries(loaded.overrides.hidden ?? {}).flatMap(([ref, reason]) => {
    const operation = index.find(ref);
    const pointer = joinPointer("/hidden", ref);
    if (operation === undefined)
      reporter.overrides({
        code: "unknown-operation",
        pointer,
        message: `Unknown operation "${ref}".`,
        fix: suggestName(ref, index.refs, "remove this entry"),
      });
    else if (mapped.has(operation))
      reporter.overrides({
        code: "hidden-and-mapped",
        pointer,
        message: `The operation ${operation.id} is hidden, but an action uses it.`,
        fix: "Remove it from `hidden`, or remove the action.",
      });
    return operation === undefined ? [] : [{ operation, reason, code: HIDDEN }];
  });
}

function deriveUnlisted(
  context: ModelContext,
  unlisted: readonly Operation[],
  mapped: readonly Action[],
): Pick<Model, "actions" | "hidden"> {
  const { loaded, reporter } = context;
  const { namePrefix = "", nameBudget } = loaded.overrides.pack ?? {};
  const limit = (nameBudget?.max ?? DERIVED_LENGTH) - (nameBudget?.reserve.length ?? 0) - namePrefix.length;
  const taken = new Set(mapped.flatMap((action) => [action.name, ...action.aliases]));
  const possible = unlisted.filter((operation) => operation.unsupported === undefined);
  const names = deriveNames(possible, taken, Math.max(limit, 12));
  const hidden = reportLeftOut(context, unlisted);
  const written = loaded.overrides.actions?.length ?? 0;
  const actions = possible.map((operation, index) => {
    const override = deriveOverride(operation, names.get(operation) ?? "");
    // Numbered after the written entries.
    const report = createActionReport(reporter, override, written + index);
    return buildAction(context, override, operation, report, undefined);
  });
  reportEffects(reporter, actions);
  return { actions, hidden };
}
