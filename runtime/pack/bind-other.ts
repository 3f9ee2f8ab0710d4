import { refuseArgument } from "../errors/refuse-argument.js";
import type { AnyTool } from "../types.js";
import type { Binding } from "./bind-tool.js";
import type { Bound } from "./toolpack-options.js";

/** Bindings through a whole filter, through a pair of type and id, and through the object itself. */
export function bindOther({ bind, inputSchema, operation }: AnyTool, bound: Bound): Binding | string {
  const names = Object.keys(bound);
  if (bind.kind === "filter") {
    const raw = operation.filters?.raw;
    if (!raw || !names.every((name) => bind.ids.includes(name))) return "";
    const clauses = names.map((name) => ({ [name]: bound[name] }));
    // The outer AND holds whatever the model's own filter says.
    return {
      fixed: {},
      optional: [raw],
      add: (args) => ({ ...args, [raw]: { AND: raw in args ? [...clauses, args[raw]] : clauses } }),
    };
  }
  if (bind.kind === "ownership") {
    return names.every((name) => Object.hasOwn(bind.ids, name)) ? { fixed: {}, add: (args) => args } : "";
  }
  if (bind.kind !== "argument" || !bind.entity) return "";
  const { type, id, values } = bind.entity;
  const usable = names.filter((name) => Object.hasOwn(values, name));
  const types = usable.map((name) => values[name]);
  const [only, second] = usable;
  if (!only) return "";
  if (!second) {
    return { fixed: { [type]: type, [id]: id }, add: (args) => ({ ...args, [type]: types[0], [id]: bound[only] }) };
  }
  const { properties } = inputSchema;
  const shown = (properties as Record<string, object> | undefined)?.[type];
  return {
    fixed: { [id]: id },
    narrowed: { [type]: { ...shown, enum: types } },
    add: (args) => {
      const name = usable[types.indexOf(args[type] as string)];
      if (!name) throw refuseArgument(type, `must be ${types.join(" or ")}`);
      return { ...args, [id]: bound[name] };
    },
  };
}
