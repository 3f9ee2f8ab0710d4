import type { ActionOverride } from "../../load/overrides.js";
import type { Location } from "../../shared/problems.js";
import type { ModelContext } from "../context.js";
import type { Input, Method, Operation } from "../operations/types.js";
import { assembleSchema } from "../schema/assemble-schema.js";
import { findEndless } from "../schema/find-endless.js";
import { limitEvaluations, MAX_EVALUATIONS } from "../schema/limit-evaluations.js";
import { dropFilled } from "../security/add-keys.js";
import type { Action, Filters } from "../types.js";
import { assembleInput } from "./assemble-input.js";
import { checkAction, checkEffect } from "./check-action.js";
import type { ActionReport } from "./create-action-report.js";
import { createLocalDefs } from "./create-local-defs.js";
import { type ArgumentDraft, draftArgument } from "./draft-argument.js";
import { placeArguments } from "./place-arguments.js";

/** Of the methods that change something; a GET that does so keeps no promise. */
const IDEMPOTENT: ReadonlySet<Method> = new Set<Method>(["PUT", "DELETE"]);

/** Builds one action from its entry, written or derived; its `event` is set once all actions are known. */
export function buildAction(
  context: ModelContext,
  action: ActionOverride,
  operation: Operation,
  report: ActionReport,
  override: Location | undefined,
): Action {
  const { schemas } = context;
  const local = createLocalDefs(schemas.defs);
  const drafts = placeArguments(action, operation, report).map((placed) =>
    draftArgument(placed, action, local, schemas.defs, report),
  );
  checkAction(action, operation, drafts, report);
  if (override !== undefined) checkEffect(action, operation, report);
  for (const name of findEndless(local.defs))
    report.error(
      "endless-schema",
      ["arguments"],
      `The definition "${name}" refers to itself for the same value, so validation would not terminate.`,
      "Refer to it only below `properties` or `items`.",
    );
  const defs = local.defs.size === 0 ? schemas.defs : new Map([...schemas.defs, ...local.defs]);
  const limits = limitEvaluations(defs);
  const slow = [...local.defs.keys()].some((name) => limits.slow.has(name));
  if (slow || drafts.some(({ check }) => check !== undefined && limits.isSlow(check)))
    report.error(
      "slow-schema",
      ["arguments"],
      `Checking a schema can take very long: its combinations apply more than ${MAX_EVALUATIONS} schemas to one value.`,
      "Refer to each definition from fewer places.",
    );
  const require = [...(action.require ?? []), ...bodyRules(action, operation, drafts)];
  const places = drafts.flatMap((draft) => draft.places.map(({ place }) => place));

  return {
    name: action.name,
    title: action.title,
    group: action.group,
    description: action.description.trim(),
    operation,
    effect: action.effect,
    approval: action.approval === true,
    scope: action.scope ?? `${action.group}:${action.effect}`,
    hints: readHints(action, operation.method),
    aliases: action.aliases ?? [],
    bind: action.bind,
    ...assembleInput(drafts, require, operation.body?.needs ?? [], defs, limits),
    filters: readFilters(action, operation),
    send: Object.entries(action.send ?? {}).map(([place, value]) => ({ place, value })),
    hide: Object.entries(action.hide ?? {}).map(([place, reason]) => ({ place, reason })),
    security: dropFilled(operation.security, operation.keys, new Set([...places, ...Object.keys(action.send ?? {})])),
    require,
    examples: action.examples ?? { accept: [], refuse: [] },
    event: undefined,
    pages: action.pages,
    retry: action.retry,
    outputSchema: operation.result.schema && assembleSchema(operation.result.schema, schemas.defs, "output"),
    override,
  };
}

/** A body that must not be empty needs one of its arguments, unless something is always in it. */
function bodyRules(
  { filters, send = {} }: ActionOverride,
  { body }: Operation,
  drafts: readonly ArgumentDraft[],
): Action["require"] {
  const isFilled = [...Object.keys(send), filters?.at ?? ""].some((place) => place.startsWith("body:"));
  if (body?.notEmpty !== true || isFilled || drafts.some(({ fill, places }) => fill && places.some(isInBody)))
    return [];
  return [{ any: drafts.filter(({ places }) => places.some(isInBody)).map(({ name }) => name) }];
}

function isInBody(place: Input): boolean {
  return place.in === "body";
}

/** What a host may assume of an action: from the entry, else from effect and method. */
function readHints({ effect, hints }: ActionOverride, method: Method): Action["hints"] {
  return {
    readOnly: effect === "read",
    destructive: hints?.destructive ?? effect === "delete",
    idempotent: hints?.idempotent ?? (effect === "read" || IDEMPOTENT.has(method)),
    openWorld: hints?.openWorld ?? true,
  };
}

function readFilters({ filters }: ActionOverride, operation: Operation): Filters | undefined {
  const at = operation.inputs.find((input) => input.place === filters?.at);
  if (filters === undefined || at === undefined) return undefined;
  return { at, ids: filters.ids, clauses: filters.clauses ?? [], raw: filters.raw, single: filters.single };
}
