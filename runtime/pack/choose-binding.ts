import { refuseArgument } from "../errors/refuse-argument.js";
import type { AnyTool, EntityBind, JsonSchema } from "../types.js";
import type { Bound } from "./toolpack-options.js";

type Arguments = Readonly<Record<string, unknown>>;

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
  if (entity) return bindEntity(entity, tool.inputSchema, usable, bound);
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

/** One usable id sets type and id; several leave the choice of the type. */
function bindEntity(
  { type, id, values }: EntityBind,
  { properties }: JsonSchema,
  usable: readonly string[],
  bound: Bound,
): Binding {
  const types = usable.map((name) => values[name]);
  const add = (args: Arguments): Arguments => {
    const [only, second] = usable;
    const name = second ? usable[types.indexOf(args[type] as string)] : only;
    if (!name) throw refuseArgument(type, `must be ${types.join(" or ")}`);
    return { [type]: values[name], [id]: bound[name] };
  };
  if (!types[1]) return { fixed: { [type]: type, [id]: id }, add };
  const shown = (properties as Record<string, object> | undefined)?.[type];
  return { fixed: { [id]: id }, narrowed: { [type]: { ...shown, enum: types } }, add };
}
