import type { Validate } from "../types.js";

/** Ends a validator with one error. */
export function fail(
  validate: Validate,
  instancePath: string,
  keyword: string,
  params: Readonly<Record<string, unknown>>,
): false {
  validate.errors = [{ instancePath, keyword, params }];
  return false;
}
