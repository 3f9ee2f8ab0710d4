import { readConfig } from "../index.js";
import { ProblemsError } from "../shared/problems.js";
import type { PackFlags, PackInputs } from "./types.js";

/** Which packs a command is about: the one of the flags when `--spec` is there, else those of toolpack.config.json. */
export async function readPacks(flags: PackFlags, cwd: string): Promise<readonly PackInputs[]> {
  if (flags.spec !== undefined) {
    return [
      {
        spec: flags.spec,
        overlays: flags.overlay,
        ...(flags.overrides === undefined ? {} : { overrides: flags.overrides }),
        out: flags.out,
      },
    ];
  }
  const stray = flags.overrides !== undefined ? "--overrides" : flags.overlay.length > 0 ? "--overlay" : undefined;
  if (stray !== undefined) {
    throw usage(
      "flag-needs-spec",
      `${stray} is given without --spec.`,
      "Add --spec <file>, or leave both to toolpack.config.json.",
    );
  }
  const { packs } = await readConfig(cwd);
  if (flags.out === undefined) return packs;
  if (packs.length > 1) {
    throw usage(
      "ambiguous-out",
      "--out names one folder, and toolpack.config.json has several packs.",
      "Add --spec to choose one.",
    );
  }
  return packs.map((pack) => ({ ...pack, out: flags.out }));
}

function usage(code: string, message: string, fix: string): ProblemsError {
  return new ProblemsError([{ code, kind: "usage", severity: "error", message, fix }]);
}
