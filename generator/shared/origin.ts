import type { Location } from "./problems.js";

/** One overlay action that changed the document. */
export interface Touch {
  /** The overlay file. */
  readonly file: string;
  /** JSON pointer of the action in it. */
  readonly action: string;
  /** Pointers of the document that it wrote or removed, each with its location in the overlay. */
  readonly changes: readonly { readonly pointer: string; readonly from: string }[];
}

/** Where a value of the document was written: the last overlay action that wrote it, else the document's own file. */
export function originOf(
  pointer: string,
  part: Location["part"],
  { spec, touches }: { readonly spec: { readonly path: string }; readonly touches: readonly Touch[] },
): Location {
  for (const { file, changes } of touches.toReversed()) {
    const change = changes.findLast((each) => pointer === each.pointer || pointer.startsWith(`${each.pointer}/`));
    if (change !== undefined) return { file, pointer: change.from + pointer.slice(change.pointer.length), part };
  }
  return { file: spec.path, pointer, part };
}
