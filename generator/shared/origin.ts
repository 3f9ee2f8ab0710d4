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

/**
 * Where a value of the document was written: the last overlay action that wrote it, else the document's own file. Goes back
 * through the changes, since an item had another index before an earlier one was removed.
 */
export function originOf(
  pointer: string,
  part: Location["part"],
  { spec, touches }: { readonly spec: { readonly path: string }; readonly touches: readonly Touch[] },
): Location {
  let before = pointer;
  for (const { file, changes } of touches.toReversed())
    for (const change of changes.toReversed()) {
      if (change.removed === "item") before = undoRemoval(before, change.pointer);
      else if (before === change.pointer || before.startsWith(`${change.pointer}/`))
        return { file, pointer: change.from + before.slice(change.pointer.length), part };
    }
  return { file: spec.path, pointer: before, part };
}

/** The pointer as it was before an item was removed from a list. */
function undoRemoval(pointer: string, removed: string): string {
  const list = removed.slice(0, removed.lastIndexOf("/") + 1);
  if (!pointer.startsWith(list)) return pointer;
  const [index = "", ...below] = pointer.slice(list.length).split("/");
  if (!(Number(index) >= Number(removed.slice(list.length)))) return pointer;
  return [`${list}${Number(index) + 1}`, ...below].join("/");
}
