import { refuseArgument } from "../errors/refuse-argument.js";
import type { EntityBind, JsonSchema } from "../types.js";
import type { Arguments, Binding } from "./choose-binding.js";
import type { Bound } from "./toolpack-options.js";

/** Restricts a tool that takes a pair of type and id. */
export type BindEntity = (
  entity: EntityBind,
  inputSchema: JsonSchema,
  usable: readonly string[],
  bound: Bound,
) => Binding;

/** One usable id sets type and id; several leave the choice of the type. */
export const bindEntity: BindEntity = ({ type, id, values }, { properties }, usable, bound) => {
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
};
