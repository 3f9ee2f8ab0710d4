import type { LoadOptions } from "./load/load.js";
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

/** The inputs of a pack, and how they are judged. */
export interface ModelOptions extends LoadOptions {
  /** Every warning about the document or an overlay is an error. */
  readonly strict?: boolean;
}

/** The first half of a run: the tools as data, before any file is planned. */
export async function readModel(options: ModelOptions): Promise<ReadModel> {
  const { load } = await import("./load/load.js");
  return buildOrThrow(await load(options), options);
}

/** The model of what LOAD read; throws a ProblemsError with all that is wrong with it. */
export async function buildOrThrow(
  { loaded, locate }: Pick<ReadModel, "loaded" | "locate">,
  { strict = false }: Pick<ModelOptions, "strict">,
): Promise<ReadModel> {
  const { buildModel } = await import("./model/build-model.js");
  const { checkTools } = await import("./model/check-tools.js");
  const { model, problems: findings } = buildModel(loaded);
  const more = model === undefined ? [] : checkTools(model, loaded);
  const found = [...loaded.problems, ...locateProblems([...findings, ...more], locate)];
  const problems = strict ? found.map(makeStrict) : found;
  if (model === undefined || problems.some(({ severity }) => severity === "error")) throw new ProblemsError(problems);
  return { loaded, model, problems, locate };
}

function makeStrict(problem: Problem): Problem {
  return problem.kind === "spec" ? { ...problem, severity: "error" } : problem;
}
