import { refuseArgument } from "../errors/refuse-argument.js";
import { isObject } from "../is-object.js";
import { refuseWildcard } from "./refuse-wildcard.js";

/** Refuses a filter that is no object, and `*` for a bound id anywhere inside one. */
export function checkFilter(filter: unknown, names: readonly string[], argument: string): void {
  const walk = (value: unknown, id: string): void => {
    if (id) refuseWildcard(value, id);
    if (typeof value !== "object") return;
    for (const [key, each] of Object.entries(value ?? {})) walk(each, names.includes(key) ? key : id);
  };
  if (!isObject(filter)) throw refuseArgument(argument, "must be an object");
  walk(filter, "");
}
