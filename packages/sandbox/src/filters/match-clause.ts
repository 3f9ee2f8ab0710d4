import { ApiError } from "../http/api-error.js";
import { isScopeId } from "../state/scope.js";
import { matchValue } from "./match-value.js";
import { readTime } from "./read-time.js";
import { isFilter, type MemoryTest } from "./types.js";

const RANGE = ["gte", "lte", "gt", "lt"];

/** One clause of a filter, such as `{user_id: "alice"}`. Each field supports its own set of operators. */
export function matchClause(key: string, value: unknown): MemoryTest {
  if (isScopeId(key)) return matchValue(key, value, ["eq", "ne", "in"], (memory) => memory[key]);
  switch (key) {
    case "created_at":
    case "updated_at":
    case "timestamp":
    case "expiration_date":
      return matchTime(key, value);
    case "text":
      return matchValue(key, value, ["eq", "ne", "in", "contains", "icontains"], (memory) => memory.text);
    case "keywords":
    case "keywords_search": {
      const wanted = typeof value === "string" ? { icontains: value } : value;
      return matchValue(key, wanted, ["contains", "icontains"], (memory) => memory.text);
    }
    case "memory_ids":
      return matchValue(key, Array.isArray(value) ? { in: value } : value, ["in"], (memory) => memory.id);
    case "categories":
      return matchCategories(value);
    case "metadata":
      return matchMetadata(value);
    default:
      throw new ApiError(400, `Unknown filter: ${key}.`, "filters");
  }
}

function matchTime(key: "created_at" | "updated_at" | "timestamp" | "expiration_date", value: unknown): MemoryTest {
  const field = key === "timestamp" ? "created_at" : key;
  const limits = isFilter(value) ? Object.entries(value) : [];
  const tests = limits.map(([operator, operand]) => {
    const limit = readTime(operand);
    if (!RANGE.includes(operator) || limit === undefined) throw badTime(key);
    return (at: number): boolean => {
      if (operator === "gte") return at >= limit.start;
      if (operator === "gt") return at > limit.end;
      return operator === "lte" ? at <= limit.end : at < limit.start;
    };
  });
  if (tests.length === 0) throw badTime(key);
  return (memory) => {
    const at = memory[field];
    return at !== null && tests.every((test) => test(Date.parse(at)));
  };
}

const badTime = (key: string): ApiError =>
  new ApiError(400, `${key} requires gte, lte, gt or lt with a date.`, "filters");

function matchCategories(value: unknown): MemoryTest {
  const clauses = isFilter(value) ? Object.entries(value) : [];
  const tests = clauses.map(([operator, operand]): ((category: string) => boolean) => {
    if (operator === "in" && Array.isArray(operand)) return (category) => operand.includes(category);
    if (operator === "contains" && typeof operand === "string") return (category) => category.includes(operand);
    throw badCategories();
  });
  if (tests.length === 0) throw badCategories();
  return (memory) => tests.every((test) => memory.categories.some(test));
}

const badCategories = (): ApiError => new ApiError(400, "categories requires in or contains.", "filters");

function matchMetadata(value: unknown): MemoryTest {
  if (!isFilter(value)) throw new ApiError(400, "metadata requires an object.", "filters");
  const tests = Object.entries(value).map(([key, expected]) =>
    matchValue(`metadata.${key}`, expected, ["eq", "ne", "contains"], ({ metadata }) =>
      metadata !== null && Object.hasOwn(metadata, key) ? metadata[key] : null,
    ),
  );
  return (memory) => tests.every((test) => test(memory));
}
