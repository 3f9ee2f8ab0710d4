import { deepFreeze, isObject, type JsonObject } from "../shared/json.js";
import { type Problem, ProblemsError } from "../shared/problems.js";
import { applyOverlay } from "./apply-overlay.js";
import { checkDocument } from "./check-document.js";
import { readOverlay } from "./read-overlay.js";
import { readOverrides } from "./read-overrides.js";
import { readPackage } from "./read-package.js";
import { readSource } from "./read-source.js";
import { createReport, type Locate } from "./report.js";
import type { Loaded, OverlayTouch, SourceFile } from "./types.js";
import { loadValidator } from "./validate-document.js";

/** Reads and checks all inputs of a pack; throws a ProblemsError that holds everything wrong with them. */
export async function load(inputs: {
  readonly spec: string;
  readonly overlays: readonly string[];
  readonly overrides?: string;
  readonly cwd: string;
}): Promise<Loaded> {
  // The slowest part of the room is loading this library, so it comes first and everything else beside it.
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
  // A document that lacks an overlay is another document: its problems would mislead.
  if (spec.kind === "refused" || read.length < overlays.length) {
    throw new ProblemsError(problems);
  }
  const { file, value } = spec;
  if (!isObject(value)) {
    throw new ProblemsError([...problems, noObject(file)]);
  }

  const applied = read.map((overlay) => applyOverlay(value, overlay));
  const misses = applied.flatMap((result) => result.problems);
  if (misses.length > 0) {
    throw new ProblemsError([...problems, ...misses]);
  }
  const touches = applied.flatMap((result) => result.touches);
  const report = createReport(createLocate(file, touches));
  const checked = await checkDocument(value, validator, report);
  problems.push(...report.problems());
  if (checked === undefined || problems.some((problem) => problem.severity === "error")) {
    throw new ProblemsError(problems);
  }
  const loaded: Loaded = {
    document: value as JsonObject,
    bareDocument: checked.bare as JsonObject,
    version: checked.version,
    overrides: overrides.overrides,
    spec: file,
    overlays: read.map((overlay) => overlay.file),
    overridesFile: overrides.file,
    touches,
    ...ours,
    problems,
  };
  deepFreeze(loaded);
  return loaded;
}

/** Where a value of the document comes from: the last overlay action that wrote it, else the document's file. */
function createLocate(spec: SourceFile, touches: readonly OverlayTouch[]): Locate {
  return (pointer, what) => {
    const touch = touches.findLast(({ pointers }) =>
      pointers.some((touched) => pointer === touched || pointer.startsWith(`${touched}/`)),
    );
    if (touch !== undefined) {
      return touch.file.locate(`${touch.action}/update`);
    }
    return what === "key" ? spec.locateKey(pointer) : spec.locate(pointer);
  };
}

function noObject(file: SourceFile): Problem {
  return {
    code: "no-object",
    kind: "spec",
    severity: "error",
    message: `The document \`${file.path}\` is no object.`,
    fix: "Check that this is an OpenAPI document.",
    at: file.locate(""),
  };
}
