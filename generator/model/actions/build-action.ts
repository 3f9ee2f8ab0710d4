import type { ActionOverride, Place } from "../../load/overrides.js";
import type { Json } from "../../shared/json.js";
import type { ModelContext } from "../context.js";
import { assembleSchema } from "../schema/assemble-schema.js";
import { findEndless } from "../schema/find-endless.js";
import type { Action, Input, Operation } from "../types.js";
import { assembleInput } from "./assemble-input.js";
import { checkAction } from "./check-action.js";
import type { ActionReport } from "./create-action-report.js";
import { createLocalDefs } from "./create-local-defs.js";
import { draftArgument } from "./draft-argument.js";
import { placeArguments } from "./place-arguments.js";
import { readHints } from "./read-hints.js";

/** One action as the overrides shape it; its `event` is set when all actions are known. */
export function buildAction(
  context: ModelContext,
  action: ActionOverride,
  operation: Operation,
  report: ActionReport,
  pointer: string,
): Action {
  const { schemas } = context;
  const file = context.loaded.overridesFile;
  const local = createLocalDefs(schemas.defs);
  const drafts = placeArguments(action, operation, report).map((placed) =>
    draftArgument(placed, action, local, schemas.defs, report),
  );
  checkAction(action, operation, drafts, report);
  for (const name of findEndless(local.defs))
    report.error(
      "endless-schema",
      ["arguments"],
      `The definition "${name}" applies itself to the same value, which no validator could finish.`,
      "Let it refer to itself only below `properties` or `items`.",
    );
  const defs = local.defs.size === 0 ? schemas.defs : new Map([...schemas.defs, ...local.defs]);
  const require = action.require ?? [];
  const at = operation.inputs.find((input) => input.place === action.filters?.at);

  return {
    name: action.name,
    title: action.title,
    group: action.group,
    description: action.description.trim(),
    operation,
    effect: action.effect,
    approval: action.approval === true,
    scope: action.scope ?? `${action.group}:${action.effect}`,
    hints: readHints(action.effect, operation.method, action.hints),
    aliases: action.aliases ?? [],
    bind: action.bind,
    ...assembleInput(drafts, require, operation.body?.needs ?? [], defs),
    filters: at && readFilters(action, at),
    send: placeEntries(action.send).map(([place, value]) => ({ place, value })),
    hide: placeEntries(action.hide).map(([place, reason]) => ({ place, reason })),
    require,
    examples: action.examples ?? { accept: [], refuse: [] },
    event: undefined,
    pages: action.pages,
    retry: action.retry,
    outputSchema: operation.result.schema && assembleSchema(operation.result.schema, schemas.defs, "output"),
    override: file === undefined ? undefined : { file: file.path, pointer, part: "key" },
  };
}

function readFilters({ filters }: ActionOverride, at: Input): Action["filters"] {
  return filters && { at, ids: filters.ids, clauses: filters.clauses ?? [], raw: filters.raw, single: filters.single };
}

function placeEntries<T extends Json>(record: Readonly<Record<Place, T>> | undefined): readonly [string, T][] {
  return Object.entries(record ?? {}) as [string, T][];
}
