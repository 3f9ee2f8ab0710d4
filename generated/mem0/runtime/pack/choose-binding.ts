import type { AnyTool, JsonSchema } from "../types.js";
import type { Bound } from "./toolpack-options.js";

/** Arguments by their names. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What a binding does to a tool. */
export interface Binding {
  /** Arguments that a model neither sees nor sets, besides the bound ids -> the name in an error. */
  readonly fixed?: Record<string, string>;
  /** An argument that is no longer required of a model. */
  readonly optional?: string;
  /** Properties that a model sees in another form. */
  readonly narrowed?: Readonly<Record<string, JsonSchema>>;
  /** Arguments that replace the model's. */
  readonly add?: (args: Arguments) => Arguments;
}

/** How a tool is restricted to the bound ids; if it cannot be, the end of the sentence that says so. */
export function chooseBinding(tool: AnyTool, bound: Bound): Binding | string {
  const { bind, operation, require = [] } = tool;
  if (bind.kind === "none") return "";
  const entity = bind.kind === "argument" ? bind.entity : undefined;
  const known = bind.kind === "ownership" ? bind.ids : (entity?.values ?? bind.ids);
  const names = Object.keys(bound);
  const ids = Array.isArray(known) ? known : Object.keys(known);
  const usable = names.filter((name) => ids.includes(name));
  // A whole filter and an object are restricted to every bound id or not at all; arguments, to those of the action.
  if (!usable[0] || (bind.kind !== "argument" && usable.length < names.length)) return "";
  if (bind.kind === "ownership") return {};
  if (bind.kind === "filter") {
    const raw = operation.filters?.raw;
    if (!raw) return "";
    const clauses = names.map((name) => ({ [name]: bound[name] }));
    // The outer AND applies whatever the model's own filter says.
    return { optional: raw, add: (args) => ({ [raw]: { AND: raw in args ? [...clauses, args[raw]] : clauses } }) };
  }
  if (entity) return entity.bind(entity, tool.inputSchema, usable, bound);
  const fixed: Record<string, string> = {};
  for (const rule of require) {
    const group = "any" in rule ? [] : "one" in rule ? rule.one : rule.atMostOne;
    const [only, second] = usable.filter((name) => group.includes(name));
    if (second) return ": it accepts only one of them";
    if (only) for (const name of group) fixed[name] = only;
  }
  const added = Object.fromEntries(usable.map((name) => [name, bound[name]]));
  return { fixed, add: () => added };
}
