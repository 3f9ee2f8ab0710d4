import {
  type Generated,
  generate,
  type PackConfig,
  type Problem,
  type ReadModel,
  readConfig,
  readModel,
  type Stage,
} from "../index.js";
import { ProblemsError } from "../shared/problems.js";
import { checkFolders } from "./check-folders.js";
import type { Io, PackFlags } from "./types.js";

/** What a command found in each pack, and the warnings about the inputs. */
export interface Found<Result> {
  readonly results: readonly Result[];
  readonly warnings: readonly Problem[];
}

/** A pack in memory, and the folder it belongs in. */
export interface Made {
  readonly out: string;
  readonly generated: Generated;
}

/** Reads the model of each pack in turn. */
export async function forEachModel<Result>(
  flags: PackFlags,
  io: Io,
  work: (read: ReadModel) => Result | Promise<Result>,
): Promise<Found<Result>> {
  return collect(await readPacks(flags, io.cwd), async (pack) => {
    const read = await readModel({ ...pack, cwd: io.cwd });
    return { result: await work(read), warnings: read.problems };
  });
}

/** Generates each pack in turn, in memory. */
export async function forEachPack<Result>(
  flags: PackFlags,
  io: Io,
  work: (made: Made) => Result | Promise<Result>,
  onStage: (stage: Stage) => void = () => undefined,
): Promise<Found<Result>> {
  const packs = (await readPacks(flags, io.cwd)).map((pack) => ({ ...pack, out: requireOut(pack.out) }));
  checkFolders(
    packs.map(({ out }) => out),
    io.cwd,
  );
  return collect(packs, async ({ out, ...pack }) => {
    const generated = await generate({
      ...pack,
      cwd: io.cwd,
      onStage: (stage) => {
        if (io.progress) io.err(`${stage.name.padEnd(10)} ${stage.ms.toFixed(0).padStart(6)} ms\n`);
        onStage(stage);
      },
    });
    return { result: await work({ out, generated }), warnings: generated.problems };
  });
}

async function collect<Pack, Result>(
  packs: readonly Pack[],
  work: (pack: Pack) => Promise<{ readonly result: Result; readonly warnings: readonly Problem[] }>,
): Promise<Found<Result>> {
  const found = [];
  for (const pack of packs) found.push(await work(pack));
  return { results: found.map(({ result }) => result), warnings: found.flatMap(({ warnings }) => warnings) };
}

/** The inputs of one pack and where it goes. */
interface PackInputs extends Omit<PackConfig, "out"> {
  readonly out: string | undefined;
}

/** The pack that the flags describe if `--spec` is among them, otherwise those of toolpack.config.json. */
async function readPacks(flags: PackFlags, cwd: string): Promise<readonly PackInputs[]> {
  const { spec, overlay, overrides, allowRefs = false, out, allowUnusedOverlayTargets, strict } = flags;
  const judged = { ...(allowUnusedOverlayTargets && { allowUnusedOverlayTargets }), ...(strict && { strict }) };
  if (spec?.trim() === "") throw usage("empty-spec", "--spec is empty.", "Pass the path of a document.");
  if (spec !== undefined) {
    return [{ spec, overlays: overlay, ...(overrides === undefined ? {} : { overrides }), allowRefs, ...judged, out }];
  }
  const given = { "--overrides": overrides !== undefined, "--overlay": overlay.length > 0, "--allow-refs": allowRefs };
  const stray = Object.entries(given).find(([, isGiven]) => isGiven)?.[0];
  if (stray !== undefined) {
    throw usage(
      "flag-needs-spec",
      `${stray} requires --spec.`,
      "Add --spec <file>, or set it in toolpack.config.json.",
    );
  }
  const config = await readConfig(cwd);
  const packs = config.packs.map((pack) => ({ ...pack, ...judged }));
  if (out === undefined) return packs;
  if (packs.length > 1) {
    throw usage(
      "ambiguous-out",
      "--out names one folder, but toolpack.config.json has several packs.",
      "Add --spec to choose one.",
    );
  }
  return packs.map((pack) => ({ ...pack, out }));
}

function requireOut(out: string | undefined): string {
  if (out === undefined) throw usage("missing-out", "--spec requires --out.", "Add --out <folder>.");
  return out;
}

function usage(code: string, message: string, fix: string): ProblemsError {
  return new ProblemsError([{ code, kind: "usage", severity: "error", message, fix }]);
}
