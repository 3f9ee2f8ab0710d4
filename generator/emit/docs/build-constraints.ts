import { asList, type Json, type JsonObject } from "../../shared/json.js";
import { buildTypeText } from "./build-type-text.js";
import { resolveSchema } from "./resolve-schema.js";

/** The constraints of schemas already read, without their lists of values, so that parts that share others are read once. */
const known = new WeakMap<JsonObject, readonly string[]>();

/** Constraints are those of the value itself and one reference further: what is behind that has no owner. */
const nowhere: JsonObject = {};

/** What a value must satisfy beyond its type, each constraint in words. */
export function buildConstraints(schema: Json | undefined, root: JsonObject): readonly string[] {
  return readConstraints(resolveSchema(schema, root), root);
}

function readInside(schema: JsonObject): readonly string[] {
  const found = known.get(schema) ?? readRest(schema);
  known.set(schema, found);
  return found;
}

function readRest({ const: _, enum: __, ...rest }: JsonObject): readonly string[] {
  return readConstraints(resolveSchema(rest, nowhere), nowhere);
}

function readConstraints(resolved: JsonObject | undefined, root: JsonObject): readonly string[] {
  if (resolved === undefined) return [];
  const own = [
    ...buildValues(listValues(resolved), resolved.const !== undefined),
    ...buildRange(resolved.minimum, resolved.maximum, ""),
    ...(resolved.exclusiveMinimum === undefined ? [] : [`greater than ${show(resolved.exclusiveMinimum)}`]),
    ...(resolved.exclusiveMaximum === undefined ? [] : [`less than ${show(resolved.exclusiveMaximum)}`]),
    ...(resolved.multipleOf === undefined ? [] : [`a multiple of ${show(resolved.multipleOf)}`]),
    ...buildRange(resolved.minLength, resolved.maxLength, "character"),
    ...(typeof resolved.format === "string" ? [`format \`${resolved.format}\``] : []),
    ...(typeof resolved.pattern === "string"
      ? [resolved.pattern === "\\S" ? "not blank" : `matches \`${resolved.pattern}\``]
      : []),
    ...buildRange(resolved.minItems, resolved.maxItems, "item"),
    ...(resolved.uniqueItems === true ? ["no duplicates"] : []),
    ...buildRange(resolved.minProperties, resolved.maxProperties, "property", "properties"),
  ];
  const items = resolveSchema(resolved.items, root);
  // An item that is an object or list has its own rows.
  const each =
    items === undefined || items.items !== undefined
      ? []
      : [...buildValues(listValues(items), items.const !== undefined), ...readInside(items)];
  return [
    ...new Set([
      ...own,
      ...each.map((words) => `each ${words}`),
      ...buildUnion(asList(resolved.anyOf), root),
      ...buildUnion(asList(resolved.oneOf), root),
    ]),
  ];
}

/** The values that a schema allows, as JSON text; none if it has no such list. */
export function listValues(schema: JsonObject | undefined): readonly string[] {
  if (schema?.const !== undefined) return [show(schema.const)];
  return asList(schema?.enum).map(show);
}

/** What holds for each type of a union: the values that any of its branches allows, and the constraints that all have. */
function buildUnion(branches: readonly Json[], root: JsonObject): readonly string[] {
  const types = new Map<string, JsonObject[]>();
  for (const branch of branches) {
    const resolved = resolveSchema(branch, root) ?? {};
    const type = buildTypeText(resolved, root);
    const same = types.get(type);
    if (same === undefined) types.set(type, [resolved]);
    else same.push(resolved);
  }
  return [...types.values()].flatMap((all) => {
    const values = all.map(listValues);
    const [first = [], ...others] = all.map(readInside);
    return [
      ...(values.every(({ length }) => length > 0)
        ? buildValues(
            [...new Set(values.flat())],
            all.every((schema) => schema.const !== undefined),
          )
        : []),
      ...first.filter((words) => others.every((other) => other.includes(words))),
    ];
  });
}

/** @param isConst - whether a single value stands for a `const` */
function buildValues(values: readonly string[], isConst: boolean): readonly string[] {
  if (isConst && values.length === 1) return [`always \`${values[0]}\``];
  return values.length === 0 ? [] : [`one of ${values.map((value) => `\`${value}\``).join(", ")}`];
}

function buildRange(
  least: Json | undefined,
  most: Json | undefined,
  unit: string,
  plural = `${unit}s`,
): readonly string[] {
  const words = (count: Json): string => (unit === "" ? "" : ` ${count === 1 ? unit : plural}`);
  if (least !== undefined && most !== undefined) {
    return [least === most ? `exactly ${show(least)}${words(least)}` : `${show(least)} to ${show(most)}${words(most)}`];
  }
  if (least !== undefined) return [`at least ${show(least)}${words(least)}`];
  if (most !== undefined) return [`at most ${show(most)}${words(most)}`];
  return [];
}

function show(value: Json): string {
  return JSON.stringify(value);
}
