import { ProblemsError } from "../shared/problems.js";
import type { PackInputs } from "./types.js";

/** The folder of a pack; a document on the command line does not say it. */
export function requireOut(pack: PackInputs): string {
  if (pack.out !== undefined) return pack.out;
  throw new ProblemsError([
    {
      code: "missing-out",
      kind: "usage",
      severity: "error",
      message: "--spec is given without --out.",
      fix: "Add --out <folder>.",
    },
  ]);
}
