import { refuseArgument } from "../errors/refuse-argument.js";
import type { AnyTool, JsonSchema } from "../types.js";
import { bindOther } from "./bind-other.js";
import { refuseWildcards } from "./refuse-wildcards.js";
import type { Bound } from "./toolpack-options.js";

type Arguments = Readonly<Record<string, unknown>>;

/** What a binding does to a tool. */
export interface Binding {
  /** Arguments that a model neither sees nor sets -> the name that an error blames. */
  readonly fixed: Record<string, string>;
  /** Arguments that a model need not give any more. */
  readonly optional?: readonly string[];
  /** Properties that a model sees in another form. */
  readonly narrowed?: Readonly<Record<string, JsonSchema>>;
  /** Adds what is bound. */
  readonly add: (args: Arguments) => Arguments;
}

/** A tool as a model sees it under a binding, and what the binding does to its arguments. */
export interface BoundTool {
  readonly inputSchema: JsonSchema;
  /** Refuses what is fixed and adds what is bound. */
  readonly hold: (args: Arguments) => Arguments;
}

/** Holds a tool to the bound ids; the reason why it cannot be held, when it cannot. */
export function bindTool(tool: AnyTool, bound: Bound): BoundTool | string {
  const { bind, operation, inputSchema } = tool;
  const names = Object.keys(bound);
  const binding =
    bind.kind === "none"
      ? ""
      : bind.kind === "argument" && !bind.entity
        ? bindArguments(tool, bind.ids, bound)
        : bindOther(tool, bound);
  if (typeof binding === "string") return `cannot be held to ${names.join(", ")}${binding}`;

  const { fixed, optional, narrowed, add } = binding;
  const { properties: all, required: needed = [] } = inputSchema;
  const properties = { ...(all as Record<string, JsonSchema>), ...narrowed };
  for (const name of names) if (Object.hasOwn(properties, name)) fixed[name] = name;
  for (const name in fixed) delete properties[name];
  const required = (needed as string[]).filter((name) => !fixed[name] && !optional?.includes(name));
  const raw = operation.filters?.raw;
  return {
    inputSchema: { ...inputSchema, properties, required },
    hold: (args) => {
      for (const name in fixed) if (name in args) throw refuseArgument(fixed[name] as string, "is fixed by the host");
      if (raw && raw in args) refuseWildcards(args[raw], names, raw);
      return add(args);
    },
  };
}

function bindArguments(tool: AnyTool, ids: readonly string[], bound: Bound): Binding | string {
  const usable = Object.keys(bound).filter((name) => ids.includes(name));
  const fixed: Record<string, string> = {};
  if (!usable[0]) return "";
  for (const rule of tool.require ?? []) {
    const group = "any" in rule ? [] : "one" in rule ? rule.one : rule.atMostOne;
    const [only, second] = usable.filter((name) => group.includes(name));
    if (second) return ": takes one of them";
    if (only) for (const name of group) fixed[name] = only;
  }
  const added = Object.fromEntries(usable.map((name) => [name, bound[name]]));
  return { fixed, add: (args) => ({ ...args, ...added }) };
}
