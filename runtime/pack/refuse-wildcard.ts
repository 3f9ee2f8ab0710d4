import { refuseArgument } from "../errors/refuse-argument.js";

/** Refuses `*`, which services read as every id there is. */
export function refuseWildcard(value: unknown, field: string): void {
  if (typeof value === "string" && value.trim() === "*") throw refuseArgument(field, "* is not allowed");
}
