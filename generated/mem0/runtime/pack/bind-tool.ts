import { refuseArgument } from "../errors/refuse-argument.js";
import type { AnyTool, JsonSchema } from "../types.js";
import { checkFilter } from "./check-filter.js";
import { chooseBinding } from "./choose-binding.js";
import type { Bound } from "./toolpack-options.js";

/** A tool as a model sees it under a binding, and what the binding does to its arguments. */
export interface BoundTool {
  readonly inputSchema: JsonSchema;
  /** Why it cannot be held, when it cannot. */
  readonly reason?: string;
  /** Refuses what is fixed and adds what is bound. */
  readonly hold?: (args: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** Holds a tool to the bound ids, or says why it cannot be held. */
export function bindTool(tool: AnyTool, bound: Bound): BoundTool {
  const { inputSchema, operation } = tool;
  const names = Object.keys(bound);
  const binding = chooseBinding(tool, bound);
  if (typeof binding === "string") return { inputSchema, reason: `cannot be held to ${names.join(", ")}${binding}` };

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
      for (const name in fixed) if (name in args) throw refuseArgument(fixed[name] as string, "is fixed by the host");
      if (raw && raw in args) checkFilter(args[raw], names, raw);
      return { ...args, ...add?.(args) };
    },
  };
}
