import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What is at a path of the pack. */
export type OnDisk =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly bytes: Buffer }
  | { readonly kind: "blocked"; readonly by: string };

/**
 * Reads one file below `out` without following a link: a link inside the pack could lead a write or a delete
 * out of the folder, and the generator never makes one. `out` itself may be a link; the user chose it.
 */
export function readDisk(out: string, path: string): OnDisk {
  const segments = path.split("/");
  let place = out;
  for (const [index, segment] of segments.entries()) {
    place = join(place, segment);
    const stat = lstatSync(place, { throwIfNoEntry: false });
    if (stat === undefined) return { kind: "absent" };
    const name = segments.slice(0, index + 1).join("/");
    if (stat.isSymbolicLink()) return { kind: "blocked", by: `${name} is a symbolic link` };
    const last = index === segments.length - 1;
    if (!last && !stat.isDirectory()) return { kind: "blocked", by: `${name} is not a folder` };
    if (last && !stat.isFile()) return { kind: "blocked", by: `${name} is not a file` };
  }
  return { kind: "file", bytes: readFileSync(place) };
}
