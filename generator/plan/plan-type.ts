import type { JsonSchema } from "../model/types.js";
import { asList, asText, isObject, type Json, type JsonObject } from "../shared/json.js";
import { defName, readDef } from "../shared/ref.js";
import type { DefinitionTypes } from "./name-types.js";
import { wireSymbols } from "./pack-symbols.js";
import { planComment } from "./plan-comment.js";
import type { PropertyShape, TypeShape } from "./types.js";

/** Where a schema's references lead, and which of them types/openapi.ts already has a type for. */
export interface TypeScope {
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  /** The component of the document whose wire type is this schema's. */
  readonly componentOf: (name: string) => string | undefined;
  readonly definitions: DefinitionTypes;
}

const unknown: TypeShape = { kind: "keyword", name: "unknown" };

/** The TypeScript type of a schema. */
export function planType(schema: Json | undefined, scope: TypeScope): TypeShape {
  if (schema === false) return { kind: "keyword", name: "never" };
  if (!isObject(schema)) return unknown;
  const next = (each: Json | undefined): TypeShape => planType(each, scope);

  if (typeof schema.$ref === "string") {
    const name = defName(schema);
    const target = readDef(schema, scope.schemas);
    if (name === undefined || target === undefined) return unknown;
    const component = scope.componentOf(name);
    if (component !== undefined) return { kind: "wire", root: wireSymbols.components, path: ["schemas", component] };
    return scope.definitions.use(name, () => planType(target, scope));
  }
  if (Object.hasOwn(schema, "const")) return literal(schema.const);
  if (Array.isArray(schema.enum)) return union(schema.enum.map(literal));

  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  const hasProperties = isObject(schema.properties);
  const parts: TypeShape[] = [];
  if (types[0] !== undefined) parts.push(union(types.map((type) => typeOf(type, schema, next))));
  else if (hasProperties) parts.push(objectType(schema, next));
  if (Array.isArray(schema.allOf)) parts.push(...schema.allOf.map(next));
  for (const key of ["anyOf", "oneOf"] as const) {
    if (Array.isArray(schema[key])) parts.push(union(schema[key].map(next)));
  }
  return intersection(parts);
}

function typeOf(type: Json | undefined, schema: JsonObject, next: (schema: Json | undefined) => TypeShape): TypeShape {
  switch (type) {
    case "string":
    case "boolean":
    case "null":
      return { kind: "keyword", name: type };
    case "number":
    case "integer":
      return { kind: "keyword", name: "number" };
    case "array":
      if (isTuple(schema)) return { kind: "tuple", items: asList(schema.prefixItems).map(next) };
      return { kind: "array", items: Array.isArray(schema.prefixItems) ? unknown : next(schema.items) };
    case "object":
      return objectType(schema, next);
    default:
      return unknown;
  }
}

function objectType(schema: JsonObject, next: (schema: Json | undefined) => TypeShape): TypeShape {
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const properties = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  const shapes = properties.map(
    ([name, value]): PropertyShape => ({
      name,
      optional: !required.has(name),
      type: next(value),
      description: isObject(value) ? planComment([asText(value.description)], value) : "",
    }),
  );
  const more = schema.additionalProperties;
  // Beside named properties an index signature must be compatible with all of them.
  const rest = shapes.length === 0 ? (more === undefined ? unknown : next(more)) : isOpen(more) ? unknown : undefined;
  return { kind: "object", properties: [...shapes].sort((a, b) => Number(a.optional) - Number(b.optional)), rest };
}

/** Neither shorter nor longer than its first items. */
function isTuple({ prefixItems, minItems, maxItems }: JsonObject): boolean {
  const length = asList(prefixItems).length;
  return length > 0 && minItems === length && maxItems === length;
}

function isOpen(more: Json | undefined): boolean {
  return more === true || isObject(more);
}

function literal(value: Json | undefined): TypeShape {
  if (value === null) return { kind: "keyword", name: "null" };
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return { kind: "literal", value };
  }
  return unknown;
}

function union(of: readonly TypeShape[]): TypeShape {
  return combine("union", of);
}

function intersection(of: readonly TypeShape[]): TypeShape {
  if (of.length === 0) return unknown;
  return combine(
    "intersection",
    of.filter((shape) => shape !== unknown),
  );
}

function combine(kind: "union" | "intersection", of: readonly TypeShape[]): TypeShape {
  const seen = new Map(of.map((shape) => [JSON.stringify(shape), shape]));
  if (kind === "union" && seen.has(JSON.stringify(unknown))) return unknown;
  const [only, ...others] = seen.values();
  if (only === undefined) return unknown;
  return others.length === 0 ? only : { kind, of: [only, ...others] };
}
