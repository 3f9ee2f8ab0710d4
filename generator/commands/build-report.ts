import type { Difference, Generated, Stage } from "../index.js";

/** What a run made of one pack. */
export interface Report {
  readonly name: string;
  readonly version: string;
  readonly out: string;
  /** Tools of profile `all`, and of the whole pack. */
  readonly tools: number;
  readonly allTools: number;
  readonly groups: readonly string[];
  readonly files: {
    readonly total: number;
    readonly written: number;
    readonly unchanged: number;
    readonly removed: number;
  };
  readonly differences: readonly Difference[];
  /** o200k_base tokens of the OpenAI definitions of profile `all`. */
  readonly tokens: number;
  readonly stages: readonly Stage[];
}

/** Counts what a run made. */
export function buildReport(
  out: string,
  generated: Generated,
  differences: readonly Difference[],
  tokens: number,
): Report {
  const { plan, files, stages } = generated;
  const removed = differences.filter(({ change }) => change === "delete").length;
  const written = differences.length - removed;
  return {
    name: plan.model.pack.name,
    version: plan.model.pack.version,
    out,
    tools: plan.profiles.find(({ name }) => name === "all")?.tools.length ?? plan.tools.length,
    allTools: plan.tools.length,
    groups: plan.groups.map(({ name }) => name),
    files: { total: files.length, written, unchanged: files.length - written, removed },
    differences,
    tokens,
    stages: stages.map(({ name, ms }) => ({ name, ms: Math.round(ms) })),
  };
}
