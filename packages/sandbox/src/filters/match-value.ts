import { isDeepStrictEqual } from "node:util";
import { ApiError } from "../http/api-error.js";
import type { StoredMemory } from "../types.js";
import { isFilter, type MemoryTest } from "./types.js";

type Read = (memory: StoredMemory) => unknown;

/** A plain value means equality, `*` matches any value, and in an object all operators must match. */
export function matchValue(field: string, value: unknown, operators: readonly string[], read: Read): MemoryTest {
  if (value === "*") return (memory) => read(memory) !== null;
  if (Array.isArray(value)) throw new ApiError(400, `${field} requires the operator in for a list.`, "filters");
  const clauses = isFilter(value) ? Object.entries(value) : [["eq", value] as const];
  const tests = clauses.map(([operator, operand]) => {
    if (!operators.includes(operator)) {
      throw new ApiError(400, `${field} does not support ${operator}. Supported: ${operators.join(", ")}.`, "filters");
    }
    return compare(field, operator, operand, read);
  });
  return (memory) => tests.every((test) => test(memory));
}

function compare(field: string, operator: string, operand: unknown, read: Read): MemoryTest {
  if (operator === "eq") return (memory) => isDeepStrictEqual(read(memory), operand);
  // A missing value also counts as different, as in the service.
  if (operator === "ne") return (memory) => !isDeepStrictEqual(read(memory), operand);
  if (operator === "in") {
    if (!Array.isArray(operand)) throw new ApiError(400, `${field}.in requires a list.`, "filters");
    return (memory) => operand.includes(read(memory));
  }
  const fold = (text: unknown): string => (operator === "icontains" ? String(text).toLowerCase() : String(text));
  return (memory) => {
    const value = read(memory);
    if (Array.isArray(value)) return value.includes(operand);
    return value !== null && fold(value).includes(fold(operand));
  };
}
