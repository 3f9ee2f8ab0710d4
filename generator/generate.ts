import { emitWireTypes } from "./emit/types/emit-wire-types.js";
import type { Loaded } from "./load/types.js";
import type { Plan } from "./plan/types.js";
import { buildOrThrow, type ModelOptions } from "./read-model.js";
import type { GeneratedFile } from "./shared/generated-file.js";
import type { Problem } from "./shared/problems.js";
import { startTypeScript } from "./workers/start-typescript.js";
import { buildManifest, type Manifest } from "./write/manifest.js";

/** One step of a run and how long it took. */
export interface Stage {
  readonly name: "load" | "model" | "plan" | "emit" | "types";
  readonly ms: number;
}

export interface GenerateOptions extends ModelOptions {
  /** Called after each step. */
  readonly onStage?: (stage: Stage) => void;
}

/** A whole pack in memory; nothing is on disk yet. */
export interface Generated {
  /** Every file of the pack, manifest.json and the runtime's included, sorted by path. */
  readonly files: readonly GeneratedFile[];
  readonly plan: Plan;
  readonly loaded: Loaded;
  /** Warnings; errors are thrown as a ProblemsError. */
  readonly problems: readonly Problem[];
  readonly stages: readonly Stage[];
}

/** Reads a document and the files that shape it, and generates the pack. Throws a ProblemsError with every problem. */
export async function generate(options: GenerateOptions): Promise<Generated> {
  const stages: Stage[] = [];
  const timed = async <T>(name: Stage["name"], work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    const stage = { name, ms: performance.now() - start };
    stages.push(stage);
    options.onStage?.(stage);
    return result;
  };

  // Start this before importing the stages: loading its libraries is slower than everything else.
  const typescript = startTypeScript();
  try {
    const read = await timed("load", async () => (await import("./load/load.js")).load(options));
    const { loaded } = read;
    const printing = emitWireTypes(loaded, typescript);
    const { model, problems } = await timed("model", () => buildOrThrow(read, options));
    const { planPack } = await import("./plan/plan-pack.js");
    const { emitSources, emitTexts } = await import("./emit/emit-pack.js");
    const emit = async (plan: Plan): Promise<readonly GeneratedFile[]> => {
      const sources = emitSources(plan, typescript);
      sources.catch(() => undefined);
      const texts = await timed("emit", () => emitTexts(plan, loaded.templates));
      // Waits for the worker thread.
      return [...texts, ...(await timed("types", () => sources))];
    };
    let plan = await timed("plan", () => planPack(model));
    let written = await emit(plan);
    const wire = await printing;
    if (wire.kind === "failed") {
      plan = planPack(model, "schemas");
      written = await emit(plan);
    }

    const owned = [...written, ...(wire.kind === "printed" ? [wire.file] : []), ...loaded.runtime];
    const files = [...owned, buildManifest(owned, inputsOf(loaded), loaded.generatorVersion)];
    return {
      files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
      plan,
      loaded,
      problems: wire.kind === "failed" ? [...problems, wire.problem] : problems,
      stages,
    };
  } finally {
    await typescript.close();
  }
}

function inputsOf(loaded: Loaded): Manifest["inputs"] {
  const input = (role: Manifest["inputs"][number]["role"], file: Loaded["spec"]): Manifest["inputs"][number] => ({
    role,
    name: file.path.replaceAll("\\", "/").split("/").at(-1) ?? "",
    sha256: file.hash,
  });
  return [
    input("spec", loaded.spec),
    ...loaded.parts.map(({ name, hash }) => ({ role: "part" as const, name, sha256: hash })),
    ...loaded.overlays.map((overlay) => input("overlay", overlay)),
    ...(loaded.overridesFile === undefined ? [] : [input("overrides", loaded.overridesFile)]),
  ];
}
