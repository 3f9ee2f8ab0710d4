import type { Loaded } from "./load/types.js";
import type { Model } from "./model/types.js";
import type { Problem } from "./shared/problems.js";

/** What `readModel` found. */
export interface ReadModel {
  readonly loaded: Loaded;
  readonly model: Model;
  /** Warnings; errors are thrown as a ProblemsError. */
  readonly problems: readonly Problem[];
}

/** The first half of a run: the tools as data, before any file is planned. */
export async function readModel(inputs: {
  readonly spec: string;
  readonly overlays: readonly string[];
  readonly overrides?: string;
  readonly cwd: string;
}): Promise<ReadModel> {
  const { load } = await import("./load/load.js");
  const { buildModel } = await import("./model/build-model.js");
  const loaded = await load(inputs);
  const { model, problems } = buildModel(loaded);
  return { loaded, model, problems: [...loaded.problems, ...problems] };
}
