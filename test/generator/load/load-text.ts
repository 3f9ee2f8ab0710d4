import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type LoadOptions, type LoadResult, load } from "../../../generator/load/load.js";
import type { Loaded } from "../../../generator/load/types.js";
import { buildModel } from "../../../generator/model/build-model.js";
import { locateProblems, type Problem, ProblemsError } from "../../../generator/shared/problems.js";

/** Input files by name; `spec` is the one called `api.*`, an overrides file `overrides.*`, overlays `*.overlay.*`. */
export type Inputs = Readonly<Record<string, string | Uint8Array>>;

/** Loads files that exist for the length of the call, and fails with the problems as the error. */
export async function loadText(files: Inputs, options: Partial<LoadOptions> = {}): Promise<Loaded> {
  return (await loadFiles(files, options)).loaded;
}

/** What MODEL finds wrong with files that LOAD accepts. */
export async function modelProblems(files: Inputs): Promise<readonly Problem[]> {
  const { loaded, locate } = await loadFiles(files);
  return locateProblems(buildModel(loaded).problems, locate);
}

/**
 * All that LOAD and MODEL find in files that are accepted, each as `[warning ]code file:line:column message`; the documents
 * name no server.
 */
export async function findings(files: Inputs): Promise<readonly string[]> {
  const { loaded, locate } = await loadFiles(files);
  const problems = [...loaded.problems, ...locateProblems(buildModel(loaded).problems, locate)];
  return problems.filter(({ code }) => code !== "unusable-server").map(show);
}

export async function loadFiles(files: Inputs, options: Partial<LoadOptions> = {}): Promise<LoadResult> {
  const cwd = await mkdtemp(join(tmpdir(), "load-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(cwd, name)), { recursive: true });
      await writeFile(join(cwd, name), text);
    }
    const names = Object.keys(files);
    const overrides = names.find((name) => name.startsWith("overrides."));
    return await load({
      spec: names.find((name) => name.startsWith("api.")) ?? "api.yaml",
      overlays: names.filter((name) => name.includes(".overlay.")),
      cwd,
      ...(overrides === undefined ? {} : { overrides }),
      ...options,
    });
  } finally {
    await rm(cwd, { recursive: true });
  }
}

/** The problems that the files are refused with, each as `code file:line:column message`. */
export async function refusal(files: Inputs, options: Partial<LoadOptions> = {}): Promise<readonly string[]> {
  const problems = await loadText(files, options).then(
    () => [],
    (error: unknown) => {
      if (error instanceof ProblemsError) {
        return error.problems;
      }
      throw error;
    },
  );
  return problems.map(show);
}

/** A problem in one line. */
export function show({ code, severity, message, at }: Problem): string {
  const place = at === undefined ? "" : ` ${at.file}:${at.line}:${at.column}`;
  return `${severity === "warning" ? "warning " : ""}${code}${place} ${message}`;
}

/** A small document of version 3.1 around the given paths, two spaces deep, and whatever follows. */
export function document(paths: string, rest = ""): Inputs {
  return { "api.yaml": `openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths:\n${paths}\n${rest}` };
}
