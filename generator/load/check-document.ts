import { isObject, type MutableObject, ownValue } from "../shared/json.js";
import { buildBareDocument } from "./build-bare-document.js";
import { createIntegerCheck } from "./check-integers.js";
import { createOperationIdCheck } from "./check-operation-ids.js";
import { createRefCheck } from "./check-refs.js";
import { checkSize } from "./check-size.js";
import { createStructureCheck } from "./check-structure.js";
import { createSupportCheck } from "./check-support.js";
import { createTagCheck } from "./check-tags.js";
import { createTextCheck } from "./check-text.js";
import { checkVersion } from "./check-version.js";
import type { Report } from "./report.js";
import type { Version } from "./types.js";
import { type loadValidator, validateDocument } from "./validate-document.js";
import { walkDocument } from "./walk-document.js";

/**
 * Checks the document before a library sees it, and takes out what cannot be used: hidden characters of prose, integers
 * that would be rounded, values of the wrong form, references to nothing. What can only be judged knowing the operation
 * is left to MODEL. Undefined if something makes the document as a whole unusable.
 */
export async function checkDocument(
  document: MutableObject,
  validator: ReturnType<typeof loadValidator>,
  report: Report,
  allowRefs: boolean,
): Promise<{ readonly version: Version; readonly bare: MutableObject } | undefined> {
  // The parsers check it too, but overlays may have made it grow.
  const size = checkSize(document);
  if (size !== undefined) {
    report.add({
      code: size.code,
      message: `The document ${size.message}.`,
      fix: "Reduce the size of the document.",
      path: size.path,
    });
    return undefined;
  }
  const version = checkVersion(document, report);
  if (version === undefined) {
    return undefined;
  }
  const refs = createRefCheck(allowRefs);
  const operationIds = createOperationIdCheck();
  const structure = createStructureCheck(document, version, report);
  const support = createSupportCheck();
  walkDocument(document, [
    refs.visitor,
    operationIds.visitor,
    support.visitor,
    createIntegerCheck(document, report),
    structure.visitor,
    createTagCheck(report),
    createTextCheck(document, report),
  ]);
  const sound = refs.check(document, report);
  structure.repair();
  operationIds.check(report);
  support.check(document, report);
  if (!hasPaths(document, report) || !sound) {
    return undefined;
  }
  const bare = buildBareDocument(document);
  await validateDocument(bare, version, validator, report);
  return { version, bare };
}

function hasPaths(document: MutableObject, report: Report): boolean {
  const paths = ownValue(document, "paths");
  if (isObject(paths)) return true;
  report.add({
    code: "missing-paths",
    message: "The document has no `paths`, so no tools can be generated.",
    fix: "Add the paths, or check that this is the right document.",
    path: paths === undefined ? [] : ["paths"],
  });
  return false;
}
