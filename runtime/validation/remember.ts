import type { ValidationIssue } from "../types.js";

/** A function of a validator, as Ajv writes it. */
interface Check {
  (value: unknown, at?: { readonly instancePath?: string }): boolean;
  errors?: readonly ValidationIssue[] | null | undefined;
  /** What it looked at, for `unevaluatedProperties` and the like. */
  evaluated?: object | undefined;
}

/** Counts validations: what one of them found is not used in the next, whose values may have changed. */
let validation = 0;

/** Begins a validation. */
export function forget(): void {
  validation += 1;
}

/** Nested unions report the errors of all their branches: no more than this many are passed on. */
const MOST = 50;

/**
 * A function that looks at each value once in a validation. Where several branches of a union hold the same schema,
 * all of them ask for it; without this, a value of 20 levels is looked at a million times.
 */
export function remember(check: Check): Check {
  let known = new WeakMap<object, { readonly errors: Check["errors"]; readonly evaluated: object | undefined }>();
  let since = 0;
  const again: Check = (value, at) => {
    if (since !== validation) {
      known = new WeakMap();
      since = validation;
    }
    const key = typeof value === "object" ? value : null;
    let found = key === null ? undefined : known.get(key);
    if (found === undefined) {
      const errors = check(value, at) ? null : check.errors?.slice(0, MOST);
      found = { errors, evaluated: check.evaluated && { ...check.evaluated } };
      if (key !== null) known.set(key, found);
    }
    // A caller adds what it finds itself to both.
    again.errors = found.errors && [...found.errors];
    again.evaluated = found.evaluated && structuredClone(found.evaluated);
    return !found.errors;
  };
  return again;
}
