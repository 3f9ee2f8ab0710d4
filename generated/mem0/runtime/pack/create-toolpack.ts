import { allPieces } from "../all-pieces.js";
import { createSmallToolpack } from "./create-small-toolpack.js";
import type { PackContents, Toolpack, ToolpackOptions } from "./toolpack-options.js";

/** Makes a pack out of an API's tools and a host's choices. Needs no key until the first call. */
export function createToolpack(contents: PackContents, options: ToolpackOptions = {}): Toolpack {
  return createSmallToolpack(contents, options, allPieces);
}
