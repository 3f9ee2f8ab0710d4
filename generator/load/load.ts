import { deepFreeze, isObject, type JsonObject, type MutableObject } from "../shared/json.js";
import { type Origins, originOf } from "../shared/origin.js";
import { toPointer } from "../shared/pointer.js";
import { type Locate, type Problem, ProblemsError } from "../shared/problems.js";
import { applyOverlay } from "./apply-overlay.js";
import { checkDocument } from "./check-document.js";
import { bundleFiles } from "./files/bundle-files.js";
import { findReach } from "./find-reach.js";
import { createHiddenTest } from "./hidden-operations.js";
import { identifyDocument } from "./identify-document.js";
import { readOverlay } from "./read-overlay.js";
import { readOverrides } from "./read-overrides.js";
import { readPackage } from "./read-package.js";
import { isData, readKind } from "./read-slot.js";
import { readSource } from "./read-source.js";
import { buildRepeatProblem } from "./repeated-key.js";
import { createReport, type RawFault } from "./report.js";
import { reshapeDocument } from "./reshape/reshape-document.js";
import type { DocumentFault, InputFile, Loaded, SourceFile } from "./types.js";
import { loadValidator } from "./validate-document.js";

/** What was read, and how to find the line of a place in it. */
export interface LoadResult {
  readonly loaded: Loaded;
  readonly locate: Locate;
}

/** The files of a pack; paths are relative to `cwd`. */
export interface LoadOptions {
  /** OpenAPI document, JSON or YAML. */
  readonly spec: string;
  /** OpenAPI Overlays, applied in this order. */
  readonly overlays: readonly string[];
  /** An overlay target that matches nothing is a warning, not an error. */
  readonly allowUnusedOverlayTargets?: boolean;
  readonly overrides?: string;
  /** Read the files that the document refers to, below its folder. */
  readonly allowRefs?: boolean;
  readonly cwd: string;
}

/** Reads and checks all inputs of a pack; throws a ProblemsError with everything that is wrong with them. */
export async function load(inputs: LoadOptions): Promise<LoadResult> {
  // Loading this library is the slowest step, so it starts first and the rest runs in parallel.
  const validator = loadValidator();
  const [spec, overlays, overrides, ours] = await Promise.all([
    readSource(inputs.spec, inputs.cwd, { name: "document", kind: "spec" }),
    Promise.all(inputs.overlays.map((path) => readOverlay(path, inputs.cwd))),
    readOverrides(inputs.overrides, inputs.cwd),
    readPackage(),
  ]);
  const problems: Problem[] = [
    ...(spec.kind === "refused" ? spec.problems : []),
    ...overlays.flatMap((overlay) => overlay.problems),
    ...overrides.problems,
  ];
  const read = overlays.flatMap(({ overlay }) => (overlay === undefined ? [] : [overlay]));
  // Without one of its overlays, problems in the document would be misleading.
  if (spec.kind === "refused" || read.length < overlays.length) {
    throw new ProblemsError(problems);
  }
  const { file, value } = spec;
  if (!isObject(value)) {
    throw new ProblemsError([...problems, noObject(file)]);
  }
  const foreign = identifyDocument(file, value);
  if (foreign !== undefined) throw new ProblemsError([...problems, foreign]);

  const bundled = inputs.allowRefs === true ? await bundleFiles(inputs.spec, inputs.cwd, spec) : undefined;
  problems.push(...(bundled?.problems ?? []));
  // The rest would only repeat that a file is missing.
  if (bundled?.problems.some(({ severity }) => severity === "error")) throw new ProblemsError(problems);
  const parts = bundled?.files ?? [];

  const allowUnused = inputs.allowUnusedOverlayTargets === true;
  const applied = read.map((overlay) => applyOverlay(value, overlay, allowUnused));
  problems.push(...applied.flatMap((result) => result.problems));
  if (applied.some((result) => result.problems.some(({ severity }) => severity === "error"))) {
    throw new ProblemsError(problems);
  }
  const touches = applied.flatMap((result) => result.touches);
  const sources = [
    file,
    ...parts.map((part) => part.source),
    ...read.map((overlay) => overlay.file),
    ...(overrides.file ? [overrides.file] : []),
  ];
  const locate = createLocate(sources);
  const pieces = bundled?.pieces ?? {};
  const moves: Origins["moves"][number][] = [];
  const report = createReport(
    (pointer, part) => locate(originOf(pointer, part, { spec: file, touches, moves, pieces })),
    createHiddenTest(value, overrides.overrides),
  );
  for (const repeat of spec.repeats) {
    report.add({ ...buildRepeatProblem(repeat, "spec", isData(readKind(repeat.path))), path: repeat.path });
  }
  await reshapeDocument(value, moves, report);
  const checked = await checkDocument(value, validator, report, inputs.allowRefs === true);
  problems.push(...report.problems());
  if (checked === undefined || problems.some((problem) => problem.severity === "error")) {
    throw new ProblemsError(problems);
  }
  const loaded: Loaded = {
    document: value as JsonObject,
    faults: buildFaults(value, report.faults()),
    bareDocument: checked.bare as JsonObject,
    version: checked.version,
    overrides: overrides.overrides,
    spec: toInput(file),
    overlays: read.map((overlay) => toInput(overlay.file)),
    overridesFile: overrides.file && toInput(overrides.file),
    parts: parts.map((part) => part.file),
    touches,
    moves,
    pieces,
    ...ours,
    problems,
  };
  return { loaded: deepFreeze(loaded), locate };
}

/** The faults with the operations that they cost; in a sound document nothing has to be looked for. */
function buildFaults(document: MutableObject, faults: readonly RawFault[]): readonly DocumentFault[] {
  if (faults.length === 0) return [];
  const reach = findReach(
    document,
    faults.map(({ path }) => path),
  );
  return faults.map(({ path, ...said }, index) => ({
    ...said,
    pointer: toPointer(path),
    operations: reach[index] ?? [],
  }));
}

function createLocate(sources: readonly SourceFile[]): Locate {
  return ({ file, pointer, part }) => {
    const source = sources.find(({ path }) => path === file);
    if (source === undefined) return { file, line: 1, column: 1 };
    return part === "key" ? source.locateKey(pointer) : source.locate(pointer);
  };
}

function toInput({ path, hash }: SourceFile): InputFile {
  return { path, hash };
}

function noObject(file: SourceFile): Problem {
  return {
    code: "no-object",
    kind: "spec",
    severity: "error",
    message: `The document \`${file.path}\` is not an object.`,
    fix: "Check that this is an OpenAPI document.",
    at: file.locate(""),
  };
}
