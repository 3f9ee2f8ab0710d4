import { compareText } from "../../shared/order.js";
import { splitPointer } from "../../shared/pointer.js";

/** A place in a file that becomes a component. */
export interface Named {
  /** Path of the file below the folder of the document: `schemas/pet.yaml`. */
  readonly file: string;
  /** Pointer in it; "" is the whole file. */
  readonly pointer: string;
}

/**
 * A component name for each part, unique among them and those that are taken: the last key of the pointer, or the name
 * of the file. All that would share a name get the file and its folders in front, so that the order decides nothing.
 */
export function nameParts<Part extends Named>(
  parts: readonly Part[],
  taken: ReadonlySet<string>,
): ReadonlyMap<Part, string> {
  const names = new Map<Part, string>();
  const used = new Set(taken);
  const sorted = [...parts].sort((a, b) => compareText(a.file, b.file) || compareText(a.pointer, b.pointer));
  const counts = new Map<string, number>();
  for (const part of sorted) counts.set(plainName(part), (counts.get(plainName(part)) ?? 0) + 1);
  // First those that keep the plain name.
  const own = (part: Part): boolean => counts.get(plainName(part)) === 1 && !taken.has(plainName(part));
  for (const part of [...sorted.filter(own), ...sorted.filter((each) => !own(each))]) {
    const wanted = own(part) ? plainName(part) : fullName(part);
    let name = wanted;
    for (let count = 2; used.has(name); count += 1) name = `${wanted}_${count}`;
    used.add(name);
    names.set(part, name);
  }
  return names;
}

function plainName({ file, pointer }: Named): string {
  const key = splitPointer(pointer).at(-1) ?? "";
  return clean(key) || clean(stem(file.split("/").at(-1) ?? ""));
}

/** `schemas/pet.yaml#/Name` -> `schemas_pet_Name` */
function fullName({ file, pointer }: Named): string {
  return clean([...stem(file).split("/"), ...splitPointer(pointer).slice(-1)].join("_"));
}

function stem(file: string): string {
  return file.replace(/\.(?:json|ya?ml)$/i, "");
}

/** The characters that OpenAPI allows in the name of a component. */
function clean(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, "_").slice(0, 120);
}
