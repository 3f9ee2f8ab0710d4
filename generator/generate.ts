import { cleanDocument } from "./emit/types/clean-document.js";
import { emitWireTypes } from "./emit/types/emit-types.js";
import type { Loaded } from "./load/types.js";
import type { Plan } from "./plan/types.js";
import { buildOrThrow } from "./read-model.js";
import type { GeneratedFile } from "./shared/generated-file.js";
import type { Problem } from "./shared/problems.js";
import { startTypeScript } from "./workers/start-typescript.js";
import { buildManifest, type Manifest } from "./write/manifest.js";

/** One step of a run and how long it took. */
export interface Stage {
  readonly name: "load" | "model" | "plan" | "emit" | "types";
  readonly ms: number;
}

export interface GenerateOptions {
  /** OpenAPI document, JSON or YAML; paths are relative to `cwd`. */
  readonly spec: string;
  /** OpenAPI Overlays, applied in this order. */
  readonly overlays: readonly string[];
  readonly overrides?: string;
  /** Read the files that the document refers to, below its folder. Default false. */
  readonly allowRefs?: boolean;
  readonly cwd: string;
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
    const wireText = typescript.printWireTypes(cleanDocument(loaded.bareDocument));
    // An invalid model ends the run before the text is awaited.
    wireText.catch(() => undefined);
    const { model, problems } = await timed("model", () => buildOrThrow(read));
    const plan = await timed("plan", async () => (await import("./plan/plan-pack.js")).planPack(model));
    const { emitSources, emitTexts } = await import("./emit/emit-pack.js");
    const printing = emitSources(plan, typescript);
    printing.catch(() => undefined);
    const texts = await timed("emit", () => emitTexts(plan, loaded.templates));
    // Waits for the worker thread.
    const sources = await timed("types", async () => [...(await printing), emitWireTypes(await wireText)]);

    const owned = [...texts, ...sources, ...loaded.runtime];
    const files = [...owned, buildManifest(owned, inputsOf(loaded), loaded.generatorVersion)];
    return {
      files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
      plan,
      loaded,
      problems,
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
