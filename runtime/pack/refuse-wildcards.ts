import { refuseArgument } from "../errors/refuse-argument.js";

/** Refuses a filter that is no object, and `*` for a bound id anywhere inside one. */
export function refuseWildcards(filter: unknown, names: readonly string[], argument: string): void {
  const walk = (value: unknown, id: string): void => {
    if (id && typeof value === "string" && value.trim() === "*") throw refuseArgument(id, "* is not allowed");
    if (!value || typeof value !== "object") return;
    for (const [key, each] of Object.entries(value)) walk(each, names.includes(key) ? key : id);
  };
  if (!filter || typeof filter !== "object" || Array.isArray(filter)) {
    throw refuseArgument(argument, "must be an object");
  }
  walk(filter, "");
}
