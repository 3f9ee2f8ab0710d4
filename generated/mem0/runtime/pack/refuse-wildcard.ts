import { refuseArgument } from "../errors/refuse-argument.js";

/** Rejects `*`, which services read as every id. */
export function refuseWildcard(value: unknown, field: string): void {
  if (typeof value === "string" && value.trim() === "*") throw refuseArgument(field, "* is not allowed");
}
