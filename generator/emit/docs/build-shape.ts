import { asList, asObject, asText, type Json, type JsonObject } from "../../shared/json.js";
import { listValues } from "./build-constraints.js";
import { resolveSchema } from "./resolve-schema.js";

/** An object or a list, over all branches of its unions. */
export interface Shape {
  readonly isObject: boolean;
  /** The schemas of each property: one for each branch that has another. */
  readonly properties: Map<string, Set<Json>>;
  /** `yes` for a property that every branch requires, ``with `kind` `"mail"` `` for one that these branches require. */
  readonly required: Map<string, string>;
  readonly items: Set<Json>;
}

/** Shapes by reference, or by the merged schema; undefined while one is built, and for those in which a reader already is. */
export type KnownShapes = Map<string | JsonObject, Shape | undefined>;

/** The shape of a schema; undefined for a reference that leads back into itself. */
export function buildShape(schema: Json | undefined, root: JsonObject, known: KnownShapes): Shape | undefined {
  const resolved = resolveSchema(schema, root) ?? {};
  const key = asText(asObject(schema)?.$ref) || resolved;
  if (known.has(key)) return known.get(key);
  // Placeholder, so that a circular reference ends here.
  known.set(key, undefined);
  const shape = buildOwn(resolved, root, known);
  known.set(key, shape);
  return shape;
}

function buildOwn(schema: JsonObject, root: JsonObject, known: KnownShapes): Shape {
  const { type, properties, required, items } = schema;
  const unions = [schema.anyOf, schema.oneOf]
    .map((branches) => asList(branches).flatMap((branch) => buildShape(branch, root, known) ?? []))
    .filter((branches) => branches.length > 0);
  const shape: Shape = {
    isObject:
      type === undefined
        ? unions.every((all) => all.some((each) => each.isObject))
        : asList([type]).flat().includes("object"),
    properties: new Map(Object.entries(asObject(properties) ?? {}).map(([name, each]) => [name, new Set([each])])),
    required: new Map(),
    items: new Set(items === undefined ? [] : [items]),
  };
  for (const branch of unions.flat()) {
    for (const each of branch.items) shape.items.add(each);
    for (const [name, schemas] of branch.properties) {
      const all = shape.properties.get(name) ?? new Set();
      for (const each of schemas) all.add(each);
      shape.properties.set(name, all);
    }
  }
  for (const branches of unions) {
    for (const [name, words] of requireInUnion(
      branches.filter(({ isObject }) => isObject),
      root,
    ))
      shape.required.set(name, words);
  }
  for (const name of asList(required)) shape.required.set(asText(name), "yes");
  return shape;
}

/** Which properties the branches of a union require: all of them, or those with certain values of one property. */
function requireInUnion(branches: readonly Shape[], root: JsonObject): ReadonlyMap<string, string> {
  const [first] = branches;
  if (first === undefined || branches.length === 1) return first?.required ?? new Map();
  const words = new Map<string, string>();
  const tag = findTag(branches, root);
  for (const name of new Set(branches.flatMap(({ required }) => [...required.keys()]))) {
    const needs = branches.map(({ required }) => required.get(name) === "yes");
    if (!needs.includes(false)) words.set(name, "yes");
    else if (tag !== undefined && needs.includes(true)) {
      const values = tag.values.filter((_, index) => needs[index]).flat();
      words.set(name, `with \`${tag.name}\` ${values.map((value) => `\`${value}\``).join(" or ")}`);
    }
  }
  return words;
}

/** The property whose values tell the branches of a union apart, with its values in each branch as JSON text. */
function findTag(
  branches: readonly Shape[],
  root: JsonObject,
): { readonly name: string; readonly values: readonly (readonly string[])[] } | undefined {
  for (const name of branches[0]?.properties.keys() ?? []) {
    const values = branches.map(({ properties }) => [
      ...new Set([...(properties.get(name) ?? [])].flatMap((schema) => listValues(resolveSchema(schema, root)))),
    ]);
    if (values.every(({ length }) => length > 0) && new Set(values.flat()).size === values.flat().length)
      return { name, values };
  }
  return undefined;
}
