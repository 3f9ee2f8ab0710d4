import type { ArgumentOverride } from "../../load/overrides.js";
import { asList, asObject, type Json } from "../../shared/json.js";
import { suggestName } from "../../shared/nearest-name.js";
import { sortJson } from "../../shared/order.js";
import { defName, readDef } from "../../shared/ref.js";
import { hasType, readTypes } from "../schema/read-types.js";
import type { JsonSchema } from "../types.js";
import type { ActionReport } from "./create-action-report.js";

type Defs = ReadonlyMap<string, JsonSchema>;

/** Checks `enum` and `default` of an override against the schema that they are added to. */
export function checkValues(
  override: ArgumentOverride,
  schema: JsonSchema,
  defs: Defs,
  path: readonly string[],
  report: ActionReport,
): void {
  const name = path.at(-1) ?? "";
  const check = (value: Json, of: JsonSchema, ...keys: readonly string[]): void => {
    if (accepts(of, value, defs)) return;
    const types = readTypes(of.type);
    const otherType = types.length > 0 && !hasType(value, types);
    const why = otherType ? `, which is of type ${types.join(" or ")}` : "";
    report.error(
      "invalid-value",
      [...path, ...keys],
      `${JSON.stringify(value)} is not a valid value for "${name}"${why}.`,
      suggestValue(value, otherType ? [] : listValues(of, defs)),
    );
  };
  override.enum?.forEach((value, index) => {
    check(value, schema, "enum", `${index}`);
  });
  if (override.default !== undefined)
    check(override.default, override.enum === undefined ? schema : { enum: override.enum }, "default");
}

/**
 * Whether a schema accepts a value, judged by its types, its lists of values and its bounds alone: a validator checks more,
 * but loading one is slower than this whole stage.
 */
function accepts(schema: JsonSchema, value: Json, defs: Defs, known: Map<string, boolean> = new Map()): boolean {
  const types = readTypes(schema.type);
  if (types.length > 0 && !hasType(value, types)) return false;
  const same = (other: Json): boolean => printSorted(other) === printSorted(value);
  if (Array.isArray(schema.enum) && !asList(schema.enum).some(same)) return false;
  if (schema.const !== undefined && !same(schema.const)) return false;
  if (
    typeof value === "number" &&
    !(value >= bound(schema.minimum, -Infinity) && value <= bound(schema.maximum, Infinity))
  )
    return false;

  const name = defName(schema);
  if (name !== undefined) {
    const before = known.get(name);
    // A definition that refers to itself adds nothing the second time, so it passes until it is judged.
    if (before === undefined) known.set(name, true);
    const passed = before ?? accepts(readDef(schema, defs) ?? {}, value, defs, known);
    known.set(name, passed);
    if (!passed) return false;
  }
  const passes = (part: Json): boolean => accepts(asObject(part) ?? {}, value, defs, known);
  if (!asList(schema.allOf).every(passes)) return false;
  for (const choices of [asList(schema.anyOf), asList(schema.oneOf)])
    if (choices.length > 0 && !choices.some(passes)) return false;
  const items = asObject(schema.items);
  return (
    items === undefined || schema.prefixItems !== undefined || asList(value).every((item) => accepts(items, item, defs))
  );
}

/** The values that a schema lists, to suggest one; each definition is read once. */
function listValues(part: Json | undefined, defs: Defs, seen: Set<string> = new Set()): readonly Json[] {
  const schema = asObject(part);
  if (schema === undefined) return [];
  const name = defName(schema);
  const target = name === undefined || seen.has(name) ? undefined : readDef(schema, defs);
  if (name !== undefined) seen.add(name);
  const below = [...asList(schema.allOf), ...asList(schema.anyOf), ...asList(schema.oneOf), target, schema.items];
  return [
    ...asList(schema.enum),
    ...(schema.const === undefined ? [] : [schema.const]),
    ...below.flatMap((each) => listValues(each, defs, seen)),
  ];
}

function suggestValue(value: Json, known: readonly Json[]): string {
  if (known.length === 0) return "Change the value, or the `schema` of the argument.";
  const texts = known.filter((each): each is string => typeof each === "string");
  if (typeof value === "string") return suggestName(value, texts, "change the `schema` of the argument");
  return `Use one of ${known.map((each) => JSON.stringify(each)).join(", ")}.`;
}

function bound(value: Json | undefined, none: number): number {
  return typeof value === "number" ? value : none;
}

function printSorted(value: Json): string {
  return JSON.stringify(sortJson(value));
}
