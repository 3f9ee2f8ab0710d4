import { ProblemsError } from "../shared/problems.js";
import { checkAgainstSchema } from "./check-against-schema.js";
import { compileSchema } from "./compile-schema.js";
import { readSource } from "./read-source.js";
import { buildRepeatProblem } from "./repeated-key.js";
import type { SourceFile } from "./types.js";

/** `toolpack.config.json`. */
export interface Config {
  readonly file: SourceFile;
  readonly packs: readonly PackConfig[];
}

/** One pack of it; paths are relative to the folder of the file. */
export interface PackConfig {
  readonly spec: string;
  readonly overlays: readonly string[];
  /** An overlay target that matches nothing is a warning. */
  readonly allowUnusedOverlayTargets?: boolean;
  readonly overrides?: string;
  /** Read the files that the document refers to, below its folder. Default false. */
  readonly allowRefs?: boolean;
  /** Every warning about the document or an overlay is an error. */
  readonly strict?: boolean;
  readonly out: string;
}

const path = { type: "string", minLength: 1 };
const schema = {
  type: "object",
  additionalProperties: false,
  required: ["packs"],
  properties: {
    $schema: { type: "string" },
    packs: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        additionalProperties: false,
        required: ["spec", "out"],
        properties: {
          spec: path,
          overlays: { type: "array", items: path },
          allowUnusedOverlayTargets: { type: "boolean" },
          overrides: path,
          allowRefs: { type: "boolean" },
          strict: { type: "boolean" },
          out: path,
        },
      },
    },
  },
};

/** Reads `toolpack.config.json` of a folder; throws a ProblemsError if it is missing or wrong. */
export async function readConfig(cwd: string): Promise<Config> {
  const source = await readSource("toolpack.config.json", cwd, { name: "config file", kind: "usage" });
  if (source.kind === "refused") {
    throw new ProblemsError(
      source.problems.map((problem) =>
        problem.code === "missing-file" ? { ...problem, fix: "Pass --spec and --out, or create the file." } : problem,
      ),
    );
  }
  const problems = [
    ...source.repeats.map((repeat) => buildRepeatProblem(repeat, "usage", false)),
    ...checkAgainstSchema(source.file, source.value, compileSchema(schema), "usage"),
  ];
  if (problems.length > 0) {
    throw new ProblemsError(problems);
  }
  const { packs } = source.value as unknown as {
    readonly packs: readonly (Omit<PackConfig, "overlays"> & Partial<PackConfig>)[];
  };
  return { file: source.file, packs: packs.map((pack) => ({ ...pack, overlays: pack.overlays ?? [] })) };
}
