import { asList, asObject, asText, type Json, type JsonObject, ownValue } from "../../shared/json.js";
import { compareText } from "../../shared/order.js";
import { joinPointer, refPointer, splitPointer } from "../../shared/pointer.js";
import { resolveRef } from "../../shared/ref.js";

/** A union of more children than this is not written out: each tool that takes one would hold all of them. */
const MAX_CHILDREN = 50;

/** Which schemas a `discriminator` chooses from, and by which values. */
export interface Discriminators {
  /** The values that `schema` maps to the schema at a pointer. */
  mappedValues(schema: JsonObject, target: string): readonly string[];
  /** The keys of a mapping that lead to nothing. */
  brokenKeys(schema: JsonObject): readonly string[];
  /** Whether a schema is a base: it has a `discriminator`, no union of its own, and children. */
  isBase(pointer: string, schema: JsonObject): boolean;
  /** A base as the union of its children; undefined for any other schema, and for one with too many children. */
  unionOf(pointer: string, schema: JsonObject): JsonObject | undefined;
  /** The children of every base: a union refers to them where the document does not. */
  readonly children: readonly string[];
  /** Whether the schema at `child` includes the one at `base` by `allOf`, directly or through others. */
  isChild(child: string, base: string): boolean;
}

export function createDiscriminators(document: JsonObject): Discriminators {
  const schemas = asObject(asObject(document.components)?.schemas) ?? {};
  let children: ReadonlyMap<string, readonly string[]> | undefined;
  const descendants = new Map<string, ReadonlySet<string>>();

  const target = (value: string): string | undefined => {
    if (value.startsWith("#")) return resolveRef(document, { $ref: value }, "")?.pointer;
    // A name, or a file that a bundler has put under the components by its name.
    const file = value.split("/").at(-1) ?? "";
    const name = [value, value.split("#/components/schemas/")[1] ?? "", file.replace(/\.[a-z]+$/i, "")].find((each) =>
      Object.hasOwn(schemas, each),
    );
    if (name === undefined) return undefined;
    const pointer = joinPointer("/components/schemas", name);
    return resolveRef(document, schemas[name], pointer)?.pointer;
  };
  const descendantsOf = (base: string): ReadonlySet<string> => {
    const known = descendants.get(base);
    if (known !== undefined) return known;
    children ??= indexChildren(document, schemas);
    const found = new Set<string>();
    const waiting = [...(children.get(base) ?? [])];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (found.has(next) || next === base) continue;
      found.add(next);
      waiting.push(...(children.get(next) ?? []));
    }
    descendants.set(base, found);
    return found;
  };
  const listChildren = (pointer: string, schema: JsonObject): readonly string[] => {
    const mapped = readMapping(schema).flatMap(([, value]) => target(value) ?? []);
    return [...new Set([...mapped, ...descendantsOf(pointer)])].sort(compareText);
  };
  const isBase = (pointer: string, schema: JsonObject): boolean =>
    propertyName(schema) !== undefined &&
    schema.oneOf === undefined &&
    schema.anyOf === undefined &&
    listChildren(pointer, schema).some((child) => child !== pointer);

  return {
    isBase,
    get children() {
      return Object.entries(schemas).flatMap(([name, schema]) => {
        const pointer = joinPointer("/components/schemas", name);
        const base = asObject(schema);
        return base !== undefined && isBase(pointer, base) ? listChildren(pointer, base) : [];
      });
    },
    isChild: (child, base) => descendantsOf(base).has(child),
    mappedValues: (schema, pointer) =>
      readMapping(schema).flatMap(([value, to]) => (target(to) === pointer ? [value] : [])),
    brokenKeys: (schema) => readMapping(schema).flatMap(([value, to]) => (target(to) === undefined ? [value] : [])),
    unionOf(pointer, schema) {
      if (!isBase(pointer, schema)) return undefined;
      const listed = listChildren(pointer, schema);
      if (listed.length > MAX_CHILDREN) return undefined;
      return {
        ...(schema.description !== undefined && { description: schema.description }),
        ...(schema.nullable === true && { nullable: true }),
        oneOf: listed.map((child) => ({ $ref: `#${child.replaceAll("%", "%25")}` })),
        discriminator: schema.discriminator as Json,
      };
    },
  };
}

/** The property that a schema's `discriminator` names. */
export function propertyName(schema: JsonObject): string | undefined {
  return asText(asObject(schema.discriminator)?.propertyName) || undefined;
}

function readMapping(schema: JsonObject): readonly [string, string][] {
  const mapping = asObject(asObject(schema.discriminator)?.mapping) ?? {};
  return Object.entries(mapping).flatMap(([value, to]): [string, string][] =>
    typeof to === "string" ? [[value, to]] : [],
  );
}

/** The component schemas that include another one by `allOf`, under the pointer of that one. */
function indexChildren(document: JsonObject, schemas: JsonObject): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const name of Object.keys(schemas))
    for (const part of asList(ownValue(asObject(schemas[name]), "allOf"))) {
      const ref = refPointer(asText(asObject(part)?.$ref));
      const base = ref === undefined ? undefined : resolveRef(document, part, "")?.pointer;
      if (base === undefined) continue;
      const known = children.get(base);
      const child = joinPointer("/components/schemas", name);
      if (known === undefined) children.set(base, [child]);
      else if (!known.includes(child)) known.push(child);
    }
  return children;
}

/** The name of a component schema, which is its value where no mapping gives another. */
export function componentName(pointer: string): string | undefined {
  const [root, kind, name, ...below] = splitPointer(pointer);
  return root === "components" && kind === "schemas" && below.length === 0 ? name : undefined;
}
