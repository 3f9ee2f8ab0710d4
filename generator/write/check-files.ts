import type { GeneratedFile } from "../shared/generated-file.js";
import { compareFiles } from "./compare-files.js";
import type { Difference } from "./types.js";

/** Which files of the folder are missing (`add`), stale or edited (`change`), or no longer made (`delete`). */
export function checkFiles(out: string, files: readonly GeneratedFile[]): readonly Difference[] {
  return compareFiles(out, files).differences;
}
