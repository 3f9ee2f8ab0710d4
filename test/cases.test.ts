import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ExpectStatic, test } from "vitest";
import { generate } from "../generator/generate.js";
import { type Problem, ProblemsError } from "../generator/shared/problems.js";

// A case is a folder: openapi.yaml, perhaps overrides.yaml, and either expected/ or problems.txt. `vitest run test/cases.test.ts -u`
// rewrites both; test/slow/cases-compile.test.ts compiles what they make.
const root = fileURLToPath(new URL("cases/", import.meta.url));
const cases = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** What a case is about: the operation on the wire, the tool, and the types of both. */
const shown = /^(?:client|tools|types)\/(?!index\.ts|openapi\.ts)/;

/** Four cases show all that a pack is made of; the runtime and the docs have their own tests. */
const whole = new Set(["filters", "nullable", "recursion", "require-rules"]);
const all = /^(?:client|definitions|profiles|tools|types|validators)\/|^(?:definition|index)\.ts$|^tools\.lock\.json$/;

/** What a few others are about as well. */
const also: Readonly<Record<string, RegExp>> = {
  "bind-kinds": /^definition\.ts$/,
  "own-servers": /^definition\.ts$/,
  credentials: /^definition\.ts$/,
  hidden: /^tools\.lock\.json$/,
  "names-collide": /^(?:index\.ts|(?:client|tools)\/index\.ts|profiles\/)/,
};

// Side by side, since each waits for a worker most of the time.
test.concurrent.for(cases.map(({ name }) => name))("%s", async (name, { expect }) => {
  const folder = join(root, name);
  const expected = join(folder, "expected");
  const outcome = await run(folder);
  if (outcome instanceof ProblemsError) {
    await expect(printProblems(outcome.problems)).toMatchFileSnapshot(join(folder, "problems.txt"));
    expect(existsSync(expected)).toBe(false);
    return;
  }
  expect(existsSync(join(folder, "problems.txt"))).toBe(false);
  const files = outcome.filter(({ path }) =>
    whole.has(name) ? all.test(path) : shown.test(path) || also[name]?.test(path),
  );
  for (const { path, text } of files) await expect(text).toMatchFileSnapshot(join(expected, path));
  const made = new Set(files.map(({ path }) => path));
  const stale = listFiles(expected).filter((path) => !made.has(path));
  if (isUpdating(expect)) for (const path of stale) rmSync(join(expected, path));
  else expect(stale).toEqual([]);
});

async function run(folder: string): Promise<readonly { path: string; text: string }[] | ProblemsError> {
  const overrides = existsSync(join(folder, "overrides.yaml")) ? { overrides: "overrides.yaml" } : {};
  try {
    return (await generate({ spec: "openapi.yaml", overlays: [], ...overrides, cwd: folder })).files;
  } catch (error) {
    if (error instanceof ProblemsError) return error;
    throw error;
  }
}

function printProblems(problems: readonly Problem[]): string {
  const lines = problems.map(({ code, severity, at, message, fix }) => {
    const place = at === undefined ? "" : ` ${at.file}:${at.line}:${at.column}`;
    return `${severity} ${code}${place}\n  ${message}\n  ${fix}\n`;
  });
  return lines.join("");
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

function isUpdating(local: ExpectStatic): boolean {
  return (local.getState().snapshotState as unknown as { _updateSnapshot: string })._updateSnapshot === "all";
}
