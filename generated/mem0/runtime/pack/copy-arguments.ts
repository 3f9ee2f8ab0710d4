import { refuseArgument } from "../errors/refuse-argument.js";

const deepest = 40;

/**
 * A copy of arguments that holds JSON only, so that what is checked is what is sent. Absent values are left out;
 * keys that reach a prototype, values that JSON has no form for and bottomless nesting are refused.
 */
export function copyArguments(given: unknown): unknown {
  // Where the copy stands. Spelt out only for an error: nearly every call has none.
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
    if (path.length > deepest) throw refuse(`is nested over ${deepest} deep`);
    if (value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value))
      return value;
    if (Array.isArray(value)) return value.map((each, index) => copyAt(index, each));
    if (typeof value !== "object") throw refuse("is not JSON");
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
