import type { Loaded } from "./load/types.js";
import type { Model } from "./model/types.js";
import { type Locate, locateProblems, type Problem, ProblemsError } from "./shared/problems.js";

/** What `readModel` found. */
export interface ReadModel {
  readonly loaded: Loaded;
  readonly model: Model;
  /** Warnings; errors are thrown as a ProblemsError. */
  readonly problems: readonly Problem[];
  /** From a place in an input to its line. */
  readonly locate: Locate;
}

/** The first half of a run: the tools as data, before any file is planned. */
export async function readModel(inputs: {
  readonly spec: string;
  readonly overlays: readonly string[];
  readonly overrides?: string;
  readonly allowRefs?: boolean;
  readonly cwd: string;
}): Promise<ReadModel> {
  const { load } = await import("./load/load.js");
  return buildOrThrow(await load(inputs));
}

/** The model of what LOAD read; throws a ProblemsError with all that is wrong with it. */
export async function buildOrThrow({ loaded, locate }: Pick<ReadModel, "loaded" | "locate">): Promise<ReadModel> {
  const { buildModel } = await import("./model/build-model.js");
  const { model, problems: findings } = buildModel(loaded);
  const problems = [...loaded.problems, ...locateProblems(findings, locate)];
  if (model === undefined) throw new ProblemsError(problems);
  return { loaded, model, problems, locate };
}
