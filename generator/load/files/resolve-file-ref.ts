import { realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";

/** What a `$ref` names: a place in the same file, in another file, or something that is not a file of this folder. */
export type FileRef =
  | { readonly kind: "local"; readonly fragment: string }
  | { readonly kind: "file"; readonly path: string; readonly fragment: string }
  | { readonly kind: "remote" };

/**
 * Splits a `$ref`. A reference with a scheme or a host is remote, `file:` too; a document that has given itself a name
 * with `$self` may use it for itself.
 */
export function splitRef(ref: string, self: string | undefined): FileRef {
  const at = ref.indexOf("#");
  const [address, fragment] = at === -1 ? [ref, ""] : [ref.slice(0, at), ref.slice(at)];
  if (address === "" || address === self) return { kind: "local", fragment: fragment || "#" };
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return { kind: "remote" };
  return { kind: "file", path: decodePath(address), fragment: fragment || "#" };
}

/** The folder that the relative references of a file start from: its own, unless its `$self` is a path elsewhere. */
export function baseFolder(file: string, self: string | undefined): string {
  const moved = self === undefined ? undefined : splitRef(self, undefined);
  return dirname(moved?.kind === "file" ? resolve(dirname(file), moved.path) : file);
}

/** A file below a folder, links followed. */
export type Found =
  | { readonly kind: "found"; readonly path: string; readonly size: number }
  | { readonly kind: "missing" }
  | { readonly kind: "outside" };

/** Finds a file by its real path, which must be below a folder that is itself a real path. */
export async function findBelow(folder: string, path: string): Promise<Found> {
  // Before the disk is asked, so that nobody can find out what is there.
  if (!isBelow(folder, path)) return { kind: "outside" };
  try {
    const real = await realpath(path);
    if (!isBelow(folder, real)) return { kind: "outside" };
    const { size } = await stat(real);
    return { kind: "found", path: real, size };
  } catch {
    // A name with a NUL as well.
    return { kind: "missing" };
  }
}

function isBelow(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return below !== "" && !isAbsolute(below) && below.split(sep)[0] !== "..";
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
