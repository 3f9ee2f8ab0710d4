import { definition } from "../../../generated/mem0/definition.js";
import { profiles } from "../../../generated/mem0/profiles/index.js";
import { tools } from "../../../generated/mem0/tools/index.js";
import { runCommand } from "../../../runtime/bin/run-command.js";
import type { PackContents } from "../../../runtime/index.js";

export const contents: PackContents = { definition, profiles, tools };

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly questions: readonly string[];
}

export interface Surroundings {
  readonly stdin?: string;
  /** What a person answers; nobody is there without it. */
  readonly agrees?: boolean;
  readonly signal?: AbortSignal;
}

/** Runs a command line in this process. */
export async function command(argv: readonly string[], around: Surroundings = {}): Promise<Ran> {
  const { agrees, signal, stdin = "" } = around;
  let out = "";
  let err = "";
  const questions: string[] = [];
  const code = await runCommand(contents, "0.0.0", argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    read: async () => stdin,
    ...(agrees !== undefined && {
      ask: async (question: string) => {
        questions.push(question);
        return agrees;
      },
    }),
    signal,
  });
  return { code, out, err, questions };
}
