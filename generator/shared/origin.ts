import { ownEntry } from "./json.js";
import type { Location } from "./problems.js";

/** One overlay action that changed the document. */
export interface Touch {
  /** The overlay file. */
  readonly file: string;
  /** JSON pointer of the action in it. */
  readonly action: string;
  /** What it did, in order. */
  readonly changes: readonly Change[];
}

/** One value that an overlay wrote or removed. */
export interface Change {
  /** Where the value was at that moment: a later removal from the same list moves it. */
  readonly pointer: string;
  /** Its location in the overlay. */
  readonly from: string;
  /** What was removed; a written value has none. */
  readonly removed?: "key" | "item";
}

/** How the document came to be: what an answer to "where was this written?" needs. */
export interface Origins {
  readonly spec: { readonly path: string };
  readonly touches: readonly Touch[];
  /**
   * What was rearranged after the overlays, in order: from a pointer to where its value was before. It applies to
   * everything below that has no entry of its own.
   */
  readonly moves: readonly Moves[];
  /** Parts that other files contributed, by pointer in the document that the overlays were applied to. */
  readonly pieces: Readonly<Record<string, { readonly file: string; readonly pointer: string }>>;
}

export type Moves = Readonly<Record<string, string>>;

/**
 * Where a value of the document was written: the last overlay action that wrote it, else the file that holds it. Goes
 * back through the changes, since an item had another index before an earlier one was removed.
 */
export function originOf(pointer: string, part: Location["part"], origins: Origins): Location {
  const { spec, touches, moves, pieces } = origins;
  let before = moveBack(pointer, moves);
  for (const { file, changes } of touches.toReversed())
    for (const change of changes.toReversed()) {
      if (change.removed === "item") before = undoRemoval(before, change.pointer);
      else if (before === change.pointer || before.startsWith(`${change.pointer}/`))
        return { file, pointer: change.from + before.slice(change.pointer.length), part };
    }
  const piece = findAbove(pieces, before);
  if (piece === undefined) return { file: spec.path, pointer: before, part };
  return { file: piece.value.file, pointer: piece.value.pointer + piece.rest, part };
}

/** The pointer of a value in the document that the overlays were applied to. */
export function moveBack(pointer: string, moves: readonly Moves[]): string {
  return moves.toReversed().reduce((place, step) => {
    const found = findAbove(step, place);
    return found === undefined ? place : found.value + found.rest;
  }, pointer);
}

/** The entry of a pointer or of its nearest ancestor that has one, and the rest of the pointer. */
function findAbove<T>(
  entries: Readonly<Record<string, T>>,
  pointer: string,
): { readonly value: T; readonly rest: string } | undefined {
  for (let above = pointer; ; above = above.slice(0, above.lastIndexOf("/"))) {
    const value = ownEntry(entries, above);
    if (value !== undefined) return { value, rest: pointer.slice(above.length) };
    if (above === "") return undefined;
  }
}

/** The pointer as it was before an item was removed from a list. */
function undoRemoval(pointer: string, removed: string): string {
  const list = removed.slice(0, removed.lastIndexOf("/") + 1);
  if (!pointer.startsWith(list)) return pointer;
  const [index = "", ...below] = pointer.slice(list.length).split("/");
  if (!(Number(index) >= Number(removed.slice(list.length)))) return pointer;
  return [`${list}${Number(index) + 1}`, ...below].join("/");
}
