import type { Json, JsonObject } from "../../shared/json.js";
import { resolveSchema } from "./resolve-schema.js";

/** What a value must be beyond its type, each part in words. */
export function buildConstraints(schema: Json | undefined, root: JsonObject): readonly string[] {
  const resolved = resolveSchema(schema, root);
  if (resolved === undefined) return [];
  const own = [
    ...buildValues(resolved),
    ...buildRange(resolved.minimum, resolved.maximum, ""),
    ...(resolved.exclusiveMinimum === undefined ? [] : [`more than ${show(resolved.exclusiveMinimum)}`]),
    ...(resolved.exclusiveMaximum === undefined ? [] : [`less than ${show(resolved.exclusiveMaximum)}`]),
    ...(resolved.multipleOf === undefined ? [] : [`a multiple of ${show(resolved.multipleOf)}`]),
    ...buildRange(resolved.minLength, resolved.maxLength, "character"),
    ...(typeof resolved.format === "string" ? [`format \`${resolved.format}\``] : []),
    ...(typeof resolved.pattern === "string"
      ? [resolved.pattern === "\\S" ? "not blank" : `matches \`${resolved.pattern}\``]
      : []),
    ...buildRange(resolved.minItems, resolved.maxItems, "item"),
    ...(resolved.uniqueItems === true ? ["no item twice"] : []),
    ...buildRange(resolved.minProperties, resolved.maxProperties, "property", "properties"),
  ];
  const items = resolveSchema(resolved.items, root);
  // An item that is an object or list has rows of its own.
  const each = items === undefined || items.items !== undefined ? [] : buildConstraints(items, {});
  const branches = [resolved.anyOf, resolved.oneOf].flatMap((list) => (Array.isArray(list) ? (list as Json[]) : []));
  return [
    ...new Set([
      ...own,
      ...each.map((words) => `each ${words}`),
      ...branches.flatMap((branch) => buildConstraints(resolveSchema(branch, root), {})),
    ]),
  ];
}

function buildValues(schema: JsonObject): readonly string[] {
  if (schema.const !== undefined) return [`always \`${JSON.stringify(schema.const)}\``];
  if (!Array.isArray(schema.enum)) return [];
  return [`one of ${(schema.enum as readonly Json[]).map((value) => `\`${JSON.stringify(value)}\``).join(", ")}`];
}

function buildRange(least: Json | undefined, most: Json | undefined, unit: string, plural = `${unit}s`): string[] {
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
