import { isObject, type MutableJson, type MutableObject } from "../../shared/json.js";
import { compareText } from "../../shared/order.js";
import { joinPointer } from "../../shared/pointer.js";

/** Sections of a Swagger 2.0 document, and where OpenAPI has them. */
export const SECTIONS: Readonly<Record<string, string>> = {
  definitions: "/components/schemas",
  securityDefinitions: "/components/securitySchemes",
};

/**
 * Names for the components of OpenAPI, by the names in Swagger 2.0, which allows any character: `Page«Pet»` -> `Page_Pet`.
 * A name that is allowed is kept.
 */
export function renameComponents(section: MutableJson | undefined): ReadonlyMap<string, string> {
  const names = isObject(section) ? Object.keys(section) : [];
  const allowed = /^[A-Za-z0-9._-]+$/;
  const used = new Set(names.filter((name) => allowed.test(name)));
  const renamed = new Map([...used].map((name) => [name, name]));
  for (const name of names.filter((each) => !allowed.test(each)).sort(compareText)) {
    const wanted = name.replace(/[^A-Za-z0-9._-]+/g, "_").replace(/(?<=.)_$/, "");
    let free = wanted;
    for (let count = 2; used.has(free); count += 1) free = `${wanted}_${count}`;
    used.add(free);
    renamed.set(name, free);
  }
  return renamed;
}

/** An object with its keys renamed. */
export function renameKeys(object: MutableObject, names: ReadonlyMap<string, string>): MutableObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [names.get(key) ?? key, value]));
}

/** A `security` list with its schemes renamed. */
export function renameSecurity(list: MutableJson, names: ReadonlyMap<string, string>): MutableJson {
  return Array.isArray(list) ? list.map((each) => (isObject(each) ? renameKeys(each, names) : each)) : list;
}

/** The pointer that a pointer to a definition of a Swagger 2.0 document has after the conversion. */
export function moveDefinition(keys: readonly string[], renamed: ReadonlyMap<string, string>): string | undefined {
  const [section, name, ...rest] = keys;
  if (section !== "definitions" || name === undefined) return undefined;
  return joinPointer("/components/schemas", renamed.get(name) ?? name, ...rest);
}
