import { isObject, type MutableJson, type MutableObject, ownValue, setOwn } from "../shared/json.js";
import { toPointer } from "../shared/pointer.js";

/**
 * Merges the update of an overlay into the value at a path, in place: objects key by key, an entry is added to a
 * list, lists are joined, other values are replaced. Notes what changed; returns a reason if the two do not fit.
 */
export function mergeUpdate(
  document: MutableObject,
  path: readonly string[],
  update: MutableJson,
  pointers: string[],
): string | undefined {
  const target = path.reduce<MutableJson | undefined>((value, key) => ownValue(value, key), document);
  if (Array.isArray(target)) {
    pointers.push(toPointer([...path, String(target.length)]));
    target.push(structuredClone(update));
    return undefined;
  }
  if (!isObject(target) || !isObject(update)) {
    const place = path.length === 0 ? "the document" : `\`${path.join(".")}\``;
    return `An overlay updates ${place}, and ${isObject(target) ? "its update" : "that value"} is no object`;
  }
  return mergeObject(target, update, path, pointers);
}

function mergeObject(
  target: MutableObject,
  update: MutableObject,
  path: readonly string[],
  pointers: string[],
): string | undefined {
  for (const key of Object.keys(update)) {
    const place = [...path, key];
    const old = ownValue(target, key);
    const value = update[key] ?? null;
    if (isObject(old) && isObject(value)) {
      const reason = mergeObject(old, value, place, pointers);
      if (reason !== undefined) {
        return reason;
      }
    } else if (Array.isArray(old) && Array.isArray(value)) {
      pointers.push(...value.map((_, index) => toPointer([...place, String(old.length + index)])));
      old.push(...structuredClone(value));
    } else if (old !== undefined && (isContainer(old) || isContainer(value))) {
      return `An overlay puts ${nameOf(value)} in the place of ${nameOf(old)} at \`${place.join(".")}\``;
    } else {
      setOwn(target, key, structuredClone(value));
      pointers.push(toPointer(place));
    }
  }
  return undefined;
}

function isContainer(value: MutableJson): boolean {
  return typeof value === "object" && value !== null;
}

function nameOf(value: MutableJson): string {
  return Array.isArray(value) ? "a list" : isContainer(value) ? "an object" : "a plain value";
}
