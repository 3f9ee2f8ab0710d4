import { refuseArgument } from "../errors/refuse-argument.js";

const deepest = 40;

/**
 * A copy of arguments that holds JSON only, so that what is checked is what is sent. Absent values are left out;
 * keys that reach a prototype, values that JSON has no form for and bottomless nesting are refused.
 */
export function copyArguments(value: unknown, field: string = "", depth: number = 0): unknown {
  if (depth > deepest) throw refuseArgument(field, `is nested over ${deepest} deep`);
  if (value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((each, index) => copyArguments(each, `${field}[${index}]`, depth + 1));
  if (typeof value !== "object") throw refuseArgument(field, "is not JSON");
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const each: unknown = value[key as keyof typeof value];
    const name = field ? `${field}.${key}` : key;
    if (key === "__proto__") throw refuseArgument(name, "is not allowed");
    if (each !== undefined) copy[key] = copyArguments(each, name, depth + 1);
  }
  return copy;
}
