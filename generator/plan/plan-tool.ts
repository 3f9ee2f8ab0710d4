import type { Bind, EventAnswer, Tool } from "../../runtime/types.js";
import type { Action, Model } from "../model/types.js";
import type { ImportSymbol } from "../shared/import-symbol.js";
import { chooseIntegers } from "./choose-integers.js";
import type { ToolNames } from "./plan-tool-names.js";
import type { Planned } from "./planned.js";
import { runtimeSymbols } from "./runtime-symbols.js";

/** What the file of a tool exports, keys in the order in which a person reads them. */
export function planTool(action: Action, model: Model, names: ReadonlyMap<string, ToolNames>): Planned<Tool> {
  const { name, title, description, group, effect, scope, approval, aliases, inputSchema, outputSchema } = action;
  const wildcards = action.arguments.flatMap((argument) => (argument.wildcard === "refuse" ? [argument.name] : []));
  const operationOf = (other: string): ImportSymbol => readNames(names, other).operation;
  return {
    name,
    title,
    description,
    group,
    effect,
    scope,
    ...(approval && { approval }),
    annotations: planAnnotations(action),
    bind: planBind(action, model, operationOf),
    ...(aliases.length > 0 && { aliases }),
    inputSchema,
    ...(outputSchema !== undefined && { outputSchema }),
    ...(action.require.length > 0 && { require: action.require }),
    validate: readNames(names, name).validate,
    ...chooseIntegers(action.checkedSchema),
    operation: operationOf(name),
    ...(wildcards.length > 0 && { wildcards }),
    ...(action.event !== undefined && { event: planEvent(action.event, operationOf) }),
    ...(action.pages !== undefined && { pages: planPages(action.pages) }),
  };
}

function planAnnotations({ hints }: Action): Tool["annotations"] {
  return {
    readOnlyHint: hints.readOnly,
    destructiveHint: hints.destructive,
    idempotentHint: hints.idempotent,
    openWorldHint: hints.openWorld,
  };
}

/** How the pack's bindings reach this action. */
function planBind(action: Action, model: Model, operationOf: (name: string) => ImportSymbol): Planned<Bind> {
  const { ids, ownership, entity } = model.pack.bindings;
  const names = new Set(action.arguments.map((argument) => argument.name));
  switch (action.bind) {
    case "argument": {
      const takesPair = entity !== undefined && names.has(entity.type) && names.has(entity.id);
      return {
        kind: "argument",
        ids: ids.filter((id) => names.has(id)),
        ...(takesPair && {
          entity: { bind: runtimeSymbols.bindEntity, type: entity.type, id: entity.id, values: entity.values },
        }),
      };
    }
    case "filter":
      return { kind: "filter", ids };
    case "ownership": {
      if (ownership === undefined)
        throw new Error(`${action.name} binds by ownership, which the pack does not declare.`);
      const reader = model.actions.find((each) => each.name === ownership.read);
      const argument = reader?.arguments.find(({ required }) => required)?.name;
      if (argument === undefined) throw new Error(`${ownership.read} has no required argument to read by.`);
      return {
        kind: "ownership",
        send: runtimeSymbols.sendOwned,
        read: operationOf(ownership.read),
        argument,
        ids: ownership.ids,
      };
    }
    case "none":
      return { kind: "none" };
  }
}

function planEvent(
  { id, poll, argument, status, pending, failed }: NonNullable<Action["event"]>,
  operationOf: (name: string) => ImportSymbol,
): Planned<EventAnswer> {
  return {
    id,
    tool: poll,
    wait: runtimeSymbols.waitForEvent,
    poll: operationOf(poll),
    argument,
    status,
    pending,
    failed,
  };
}

function planPages({ page, size, items, next }: NonNullable<Action["pages"]>): NonNullable<Tool["pages"]> {
  return { page, ...(size !== undefined && { size }), items, next };
}

function readNames(names: ReadonlyMap<string, ToolNames>, name: string): ToolNames["symbols"] {
  const found = names.get(name);
  if (found === undefined) throw new Error(`No names were planned for ${name}.`);
  return found.symbols;
}
