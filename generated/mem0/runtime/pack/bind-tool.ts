import { refuseArgument } from "../errors/refuse-argument.js";
import { isObject } from "../json.js";
import type { AnyTool, JsonSchema } from "../types.js";
import { chooseBinding } from "./choose-binding.js";
import { refuseWildcard } from "./refuse-wildcard.js";
import type { Bound } from "./toolpack-options.js";

/** A tool as a model sees it under a binding, and what the binding does to its arguments. */
export interface BoundTool {
  readonly inputSchema: JsonSchema;
  /** Why it cannot be restricted, if it cannot. */
  readonly reason?: string;
  /** Rejects arguments set by the host and adds the bound ones. */
  readonly hold?: (args: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** Restricts a tool to the bound ids, or says why that is not possible. */
export function bindTool(tool: AnyTool, bound: Bound): BoundTool {
  const { inputSchema, operation } = tool;
  const names = Object.keys(bound);
  const binding = chooseBinding(tool, bound);
  if (typeof binding === "string")
    return { inputSchema, reason: `cannot be restricted to ${names.join(", ")}${binding}` };

  const { fixed = {}, optional, narrowed, add } = binding;
  const { properties: all, required = [] } = inputSchema;
  const properties = { ...(all as Record<string, JsonSchema>), ...narrowed };
  for (const name of names) if (Object.hasOwn(properties, name)) fixed[name] = name;
  for (const name in fixed) delete properties[name];
  const raw = operation.filters?.raw;
  return {
    inputSchema: {
      ...inputSchema,
      properties,
      required: (required as string[]).filter((name) => !fixed[name] && name !== optional),
    },
    hold: (args) => {
      for (const name in fixed) if (name in args) throw refuseArgument(fixed[name] as string, "is set by the host");
      if (raw && raw in args) checkFilter(args[raw], names, raw);
      return { ...args, ...add?.(args) };
    },
  };
}

/** Rejects a filter that is not an object, and `*` for a bound id anywhere inside one. */
function checkFilter(filter: unknown, names: readonly string[], argument: string): void {
  const walk = (value: unknown, id: string): void => {
    if (id) refuseWildcard(value, id);
    if (typeof value !== "object") return;
    for (const [key, each] of Object.entries(value ?? {})) walk(each, names.includes(key) ? key : id);
  };
  if (!isObject(filter)) throw refuseArgument(argument, "must be an object");
  walk(filter, "");
}
