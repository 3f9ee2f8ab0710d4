import type { Validate, ValidationIssue } from "../types.js";

/** Ends a validator with the one thing that it found. */
export function fail(
  validate: Validate,
  instancePath: string,
  keyword: string,
  params: ValidationIssue["params"],
): false {
  validate.errors = [{ instancePath, keyword, params }];
  return false;
}
