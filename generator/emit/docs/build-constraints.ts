import { asList, type Json, type JsonObject } from "../../shared/json.js";
import { resolveSchema } from "./resolve-schema.js";

/** The constraints of schemas already read, so that parts that share others are read once. */
const known = new WeakMap<JsonObject, readonly string[]>();

/** Constraints are those of the value itself and one reference further: what is behind that has no owner. */
const nowhere: JsonObject = {};

/** What a value must satisfy beyond its type, each constraint in words. */
export function buildConstraints(schema: Json | undefined, root: JsonObject): readonly string[] {
  return readConstraints(resolveSchema(schema, root), root);
}

function readInside(schema: JsonObject | undefined): readonly string[] {
  if (schema === undefined) return [];
  const found = known.get(schema) ?? readConstraints(resolveSchema(schema, nowhere), nowhere);
  known.set(schema, found);
  return found;
}

function readConstraints(resolved: JsonObject | undefined, root: JsonObject): readonly string[] {
  if (resolved === undefined) return [];
  const own = [
    ...buildValues(resolved),
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
  const each = items === undefined || items.items !== undefined ? [] : readInside(items);
  const branches = [...asList(resolved.anyOf), ...asList(resolved.oneOf)];
  return [
    ...new Set([
      ...own,
      ...each.map((words) => `each ${words}`),
      ...branches.flatMap((branch) => readInside(resolveSchema(branch, root))),
    ]),
  ];
}

function buildValues(schema: JsonObject): readonly string[] {
  if (schema.const !== undefined) return [`always \`${show(schema.const)}\``];
  if (!Array.isArray(schema.enum)) return [];
  return [
    `one of ${asList(schema.enum)
      .map((value) => `\`${show(value)}\``)
      .join(", ")}`,
  ];
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
