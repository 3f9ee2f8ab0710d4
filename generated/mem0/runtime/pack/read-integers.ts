import { refuseArgument } from "../errors/refuse-argument.js";
import { isObject } from "../json.js";
import { isBinary } from "../request/files/file-content.js";
import type { JsonSchema, ReadIntegers } from "../types.js";
import { isRounded, ROUNDED } from "./is-rounded.js";

/**
 * Reads digits that are given as text as the integers that they are, wherever the schema expects one: as a number where
 * that is exact, else as a bigint. An integer that was rounded before it came here is rejected, also where any value may stand.
 */
export const readIntegers: ReadIntegers = (args, schema) => {
  const defs = schema["$defs"];
  const read = (value: unknown, given: readonly JsonSchema[], field: string): unknown => {
    if (value === null || typeof value === "boolean" || isBinary(value)) return value;
    const schemas = listSchemas(given, defs);
    if (typeof value !== "object") return readScalar(value, schemas, field);
    const below = (pick: (schema: JsonSchema) => unknown): readonly JsonSchema[] => schemas.map(pick).filter(isObject);
    if (Array.isArray(value)) {
      return value.map((each, index) => {
        const items = below(({ items, prefixItems }) => (prefixItems as JsonSchema[] | undefined)?.[index] ?? items);
        return read(each, items, `${field}[${index}]`);
      });
    }
    const entries = Object.entries(value).map(([name, each]) => {
      const properties = below(({ additionalProperties, properties }) =>
        isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : additionalProperties,
      );
      return [name, read(each, properties, field ? `${field}.${name}` : name)];
    });
    return Object.fromEntries(entries);
  };
  return read(args, [schema], "") as Readonly<Record<string, unknown>>;
};

/** Every schema that applies to the same value, or may: those behind references and in combinations too. */
function listSchemas(given: readonly JsonSchema[], defs: unknown): readonly JsonSchema[] {
  const found = new Set(given);
  for (const { $ref, allOf = [], anyOf = [], oneOf = [] } of found) {
    const name = typeof $ref === "string" ? $ref.replace(/^#\/\$defs\//, "") : "";
    const target = isObject(defs) && Object.hasOwn(defs, name) ? [defs[name]] : [];
    for (const each of [allOf, anyOf, oneOf, target].flat()) if (isObject(each)) found.add(each);
  }
  return [...found];
}

const isExact = (limit: unknown): boolean => typeof limit === "number" && limit <= Number.MAX_SAFE_INTEGER;

function readScalar(value: unknown, schemas: readonly JsonSchema[], field: string): unknown {
  const types = schemas.flatMap(({ type }) => type);
  // Where nothing gives a type, a number is as likely to be an id.
  const isOpen = !types.some((type) => type !== undefined);
  if (types.includes("number") || !(isOpen || types.includes("integer"))) return value;
  if (typeof value === "number") {
    if (isRounded(value)) throw refuseArgument(field, ROUNDED);
    return value;
  }
  // Digits as text are for what a number may not hold; a page or a count stays a number.
  const bounded = schemas.some(({ exclusiveMaximum, maximum }) => [maximum, exclusiveMaximum].some(isExact));
  if (isOpen || types.includes("string") || bounded || !/^-?\d{1,99}$/.test(value as string)) return value;
  const exact = BigInt(value as string);
  if (Number.isSafeInteger(Number(exact))) return Number(exact);
  for (const schema of schemas) {
    const { exclusiveMaximum: below, exclusiveMinimum: above, maximum = exact, minimum = exact } = schema as Bounds;
    if (
      exact > maximum ||
      exact < minimum ||
      (below !== undefined && exact >= below) ||
      (above !== undefined && exact <= above)
    ) {
      throw refuseArgument(field, "is outside the limits");
    }
  }
  return exact;
}

interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}
