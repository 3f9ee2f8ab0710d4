import { type MutableJson, setOwn } from "../../shared/json.js";
import type { Origins } from "../../shared/origin.js";
import { toPointer } from "../../shared/pointer.js";
import type { Sections } from "./component-sections.js";
import { nameParts } from "./name-parts.js";

/** A place in the bundled document: in the document itself or in a part of it, and the keys below. */
export interface Place {
  readonly part: Part | undefined;
  readonly keys: readonly string[];
}

/** A place in another file that was taken into the document. */
export interface Part {
  /** Path of the file below the folder of the document, and pointer in it. */
  readonly file: string;
  readonly pointer: string;
  readonly value: MutableJson;
  readonly home:
    | { readonly kind: "inline"; readonly place: Place }
    /** Named when all parts are known. */
    | { readonly kind: "component"; readonly section: string; name: string };
}

/** Says that what stands at a place was written in a file. */
export interface Written {
  readonly place: Place;
  /** As problems show it. */
  readonly file: string;
  readonly pointer: string;
}

/** Adds the parts that are components to the document. */
export function addComponents(parts: readonly Part[], sections: Sections): void {
  for (const section of sections.names) {
    const homes = new Map<Part, { name: string }>();
    for (const part of parts) {
      if (part.home.kind === "component" && part.home.section === section) homes.set(part, part.home);
    }
    if (homes.size === 0) continue;
    const list = sections.open(section);
    for (const [part, name] of nameParts([...homes.keys()], new Set(Object.keys(list)))) {
      setOwn(list, name, part.value);
      const home = homes.get(part);
      if (home !== undefined) home.name = name;
    }
  }
}

/** The pointer of a place, once the components have their names. */
export function placePointer({ part, keys }: Place, sections: Sections): string {
  if (part === undefined) return toPointer(keys);
  const { home } = part;
  const own = home.kind === "inline" ? placePointer(home.place, sections) : sections.pointer(home.section, home.name);
  return own + toPointer(keys);
}

/** The same as data for `originOf`. */
export function listPieces(written: readonly Written[], sections: Sections): Origins["pieces"] {
  return Object.fromEntries(
    written.map(({ place, file, pointer }) => [placePointer(place, sections), { file, pointer }] as const),
  );
}
