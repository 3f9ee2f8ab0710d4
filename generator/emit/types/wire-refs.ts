import { shortHash } from "../../shared/hash.js";
import { asObject, type Json, type JsonObject } from "../../shared/json.js";
import { joinPointer, readPointer, refPointer, splitPointer } from "../../shared/pointer.js";

/** Where the schemas of a document are in `components.schemas` of its wire document. */
export interface WireRefs {
  /** The reference to the schema that a `$ref` leads to; undefined if it leads to none. */
  refTo(ref: string): string | undefined;
  /** The same, by the name of a component. */
  refToName(name: string): string | undefined;
  /** The schema of the document that a returned reference leads to. */
  schemaAt(ref: string): Json | undefined;
  /** A component that is not written yet; each is returned once. */
  takePending(): { readonly name: string; readonly schema: Json | undefined } | undefined;
}

/**
 * Names the targets of references. openapi-typescript prints a reference as a path of property names, which is a type
 * only if the target is a component, so that any other target becomes one.
 */
export function createWireRefs(document: JsonObject): WireRefs {
  const schemas = asObject(asObject(document.components)?.schemas) ?? {};
  const taken = new Set(Object.keys(schemas));
  const names = new Map([...taken].map((name) => [joinPointer("/components/schemas", name), name]));
  const places = new Map([...names].map(([pointer, name]) => [name, pointer]));
  const pending = [...taken].reverse();

  function nameOf(pointer: string): string | undefined {
    const known = names.get(pointer);
    if (known !== undefined) return known;
    const target = readPointer(document, pointer);
    if (typeof target !== "boolean" && asObject(target) === undefined) return undefined;
    const name = freeName(pointer, taken);
    taken.add(name);
    names.set(pointer, name);
    places.set(name, pointer);
    pending.push(name);
    return name;
  }
  const schemaOf = (name: string): Json | undefined => readPointer(document, places.get(name) ?? "");

  return {
    refTo(ref) {
      const pointer = refPointer(ref);
      const name = pointer === undefined ? undefined : nameOf(pointer);
      return name === undefined ? undefined : printRef("schemas", name);
    },
    refToName: (name) => (Object.hasOwn(schemas, name) ? printRef("schemas", name) : undefined),
    schemaAt: (ref) => schemaOf(refName(ref)),
    takePending() {
      const name = pending.pop();
      return name === undefined ? undefined : { name, schema: schemaOf(name) };
    },
  };
}

/** The name in a reference that `WireRefs` returned. */
export function refName(ref: string): string {
  return splitPointer(ref.replaceAll("%23", "#").replaceAll("%25", "%"))[2] ?? "";
}

/** The reference to a component. `%` and `#` have a meaning of their own in it. */
export function printRef(kind: string, name: string): string {
  return `#${joinPointer("/components", kind, name).replaceAll("%", "%25").replaceAll("#", "%23")}`;
}

/** `/paths/~1pets/get/parameters/0/schema` -> `paths_pets_get_parameters_0_schema`, which no other place changes. */
function freeName(pointer: string, taken: ReadonlySet<string>): string {
  const words = splitPointer(pointer)
    .join("_")
    .replace(/[^A-Za-z0-9]+/g, "_");
  let name = words.length > 80 ? words.slice(-70) : words;
  if (name !== words || taken.has(name)) name += `_${shortHash(pointer, 8)}`;
  while (taken.has(name)) name += "_";
  return name;
}
