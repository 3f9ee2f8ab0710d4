export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}
export interface Found {
  readonly pointer: string;
  readonly value: JsonObject;
}

const METHODS = new Set(["get", "put", "post", "delete", "patch"]);

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Every object of a document with its pointer; examples are values, not structure, and are left out. */
export function listObjects(value: Json | undefined, pointer = ""): readonly Found[] {
  if (isList(value)) return value.flatMap((item, index) => listObjects(item, `${pointer}/${index}`));
  if (!isObject(value)) return [];
  const below = Object.entries(value)
    .filter(([key]) => (key !== "example" && key !== "examples") || pointer.endsWith("/properties"))
    .flatMap(([key, item]) => listObjects(item, join(pointer, key)));
  return [{ pointer, value }, ...below];
}

/** Every schema of a document: of parameters, headers, bodies and answers, of components, and the schemas in them. */
export function listSchemas(document: JsonObject): readonly Found[] {
  const roots = listObjects(document)
    .filter(({ pointer }) => !/^\/components\/schemas\//.test(pointer) && !/\/schema\//.test(pointer))
    .filter(({ pointer }) => pointer.endsWith("/schema"));
  const components = isObject(document.components) ? document.components.schemas : undefined;
  const named = Object.entries(isObject(components) ? components : {}).map(([name, value]) => ({
    pointer: join("/components/schemas", name),
    value,
  }));
  return [...roots, ...named].flatMap(({ pointer, value }) => withInner(value, pointer));
}

/** Operations with the path they stand under. */
export function listOperations(document: JsonObject): readonly (Found & { readonly place: string })[] {
  return Object.entries(isObject(document.paths) ? document.paths : {}).flatMap(([path, item]) =>
    Object.entries(isObject(item) ? item : {}).flatMap(([method, value]) =>
      METHODS.has(method) && isObject(value)
        ? [{ place: `${method.toUpperCase()} ${path}`, pointer: join(join("/paths", path), method), value }]
        : [],
    ),
  );
}

/** The value at a local `$ref`, or undefined. */
export function resolve(document: JsonObject, ref: string): Json | undefined {
  const names = ref.replace(/^#\//, "").split("/");
  return names.reduce<Json | undefined>((at, name) => {
    const key = name.replaceAll("~1", "/").replaceAll("~0", "~");
    return isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }, document);
}

function withInner(value: Json | undefined, pointer: string): readonly Found[] {
  if (!isObject(value)) return [];
  const maps = Object.entries(isObject(value.properties) ? value.properties : {}).map(
    ([name, schema]) => [join(`${pointer}/properties`, name), schema] as const,
  );
  const lists = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => {
    const parts = value[keyword];
    return isList(parts) ? parts.map((schema, index) => [`${pointer}/${keyword}/${index}`, schema] as const) : [];
  });
  const single = ["items", "additionalProperties"].map((keyword) => [`${pointer}/${keyword}`, value[keyword]] as const);
  return [{ pointer, value }, ...[...maps, ...lists, ...single].flatMap(([at, schema]) => withInner(schema, at))];
}

function join(pointer: string, key: string): string {
  return `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
