import { refuseArgument } from "../errors/refuse-argument.js";
import { isRounded, ROUNDED } from "./is-rounded.js";

const deepest = 40;

/**
 * A copy of arguments that contains only JSON, so that what is checked is what is sent. Absent values are omitted;
 * keys that reach a prototype, values that JSON cannot represent and endless nesting are rejected.
 *
 * @param exact - integers that a number does not hold exactly are rejected too
 */
export function copyArguments(given: unknown, exact?: boolean): unknown {
  // The place in the arguments. Written out only for an error: nearly every call has none.
  const path: (string | number)[] = [];
  const refuse = (hint: string): Error =>
    refuseArgument(
      path.reduce<string>(
        (field, at) => (typeof at === "number" ? `${field}[${at}]` : field ? `${field}.${at}` : at),
        "",
      ),
      hint,
    );
  const copyAt = (at: string | number, value: unknown): unknown => {
    path.push(at);
    const copied = copy(value);
    path.pop();
    return copied;
  };
  const copy = (value: unknown): unknown => {
    if (exact && isRounded(value)) throw refuse(ROUNDED);
    if (path.length > deepest) throw refuse(`is nested more than ${deepest} levels deep`);
    if (value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value))
      return value;
    // As JSON has it, if at all: a number, or the digits that a tool with large integers reads.
    if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : `${value}`;
    if (Array.isArray(value)) return value.map((each, index) => copyAt(index, each));
    if (typeof value !== "object") throw refuse("is not a JSON value");
    const copied: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const each: unknown = value[key as keyof typeof value];
      if (key === "__proto__") {
        path.push(key);
        throw refuse("is not allowed");
      }
      if (each !== undefined) copied[key] = copyAt(key, each);
    }
    return copied;
  };
  return copy(given);
}
