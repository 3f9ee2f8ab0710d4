import { isObject, type MutableJson, type MutableObject, ownValue, setOwn } from "../shared/json.js";
import type { Change } from "../shared/origin.js";
import { joinPointer, toPointer } from "../shared/pointer.js";

/**
 * Merges the update of an overlay into the value at a path, in place: objects are merged key by key, an entry is added
 * to a list, lists are concatenated, other values are replaced. Records what changed and where that is written (`from`
 * is the pointer of the update); returns a reason if the update cannot be applied.
 */
export function mergeUpdate(
  document: MutableObject,
  path: readonly string[],
  update: MutableJson,
  from: string,
  changes: Change[],
): string | undefined {
  const target = path.reduce<MutableJson | undefined>((value, key) => ownValue(value, key), document);
  if (Array.isArray(target)) {
    changes.push({ pointer: toPointer([...path, String(target.length)]), from });
    target.push(structuredClone(update));
    return undefined;
  }
  if (!isObject(target) || !isObject(update)) {
    const place = path.length === 0 ? "the document" : `\`${path.join(".")}\``;
    return `An overlay updates ${place}, but ${isObject(target) ? "its update" : "that value"} is not an object`;
  }
  return mergeObject(target, update, path, from, changes);
}

function mergeObject(
  target: MutableObject,
  update: MutableObject,
  path: readonly string[],
  from: string,
  changes: Change[],
): string | undefined {
  for (const key of Object.keys(update)) {
    const place = [...path, key];
    const source = joinPointer(from, key);
    const old = ownValue(target, key);
    const value = update[key] ?? null;
    if (isObject(old) && isObject(value)) {
      const reason = mergeObject(old, value, place, source, changes);
      if (reason !== undefined) {
        return reason;
      }
    } else if (Array.isArray(old) && Array.isArray(value)) {
      const first = old.length;
      value.forEach((_, index) => {
        changes.push({ pointer: toPointer([...place, `${first + index}`]), from: joinPointer(source, `${index}`) });
      });
      old.push(...structuredClone(value));
    } else if (old !== undefined && (isContainer(old) || isContainer(value))) {
      return `An overlay replaces ${nameOf(old)} with ${nameOf(value)} at \`${place.join(".")}\``;
    } else {
      setOwn(target, key, structuredClone(value));
      changes.push({ pointer: toPointer(place), from: source });
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
