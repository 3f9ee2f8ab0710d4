import type { MutableObject } from "../shared/json.js";
import { buildBareDocument } from "./build-bare-document.js";
import { createOperationIdCheck } from "./check-operation-ids.js";
import { checkPaths } from "./check-paths.js";
import { createRefCheck } from "./check-refs.js";
import { createServerCheck } from "./check-servers.js";
import { checkSize } from "./check-size.js";
import { createTagCheck } from "./check-tags.js";
import { createTextCheck } from "./check-text.js";
import { checkVersion } from "./check-version.js";
import type { Report } from "./report.js";
import { type loadValidator, validateDocument } from "./validate-document.js";
import { walkDocument } from "./walk-document.js";

/** Runs every check of the document, our own ones before a library sees it; hidden characters of prose are left out. */
export async function checkDocument(
  document: MutableObject,
  validator: ReturnType<typeof loadValidator>,
  report: Report,
): Promise<{ readonly version: "3.0" | "3.1"; readonly bare: MutableObject } | undefined> {
  // Again, because overlays may have made it grow.
  const size = checkSize(document);
  if (size !== undefined) {
    report.add({ code: size.code, message: `The document ${size.message}.`, fix: "Make it smaller.", path: size.path });
    return undefined;
  }
  const version = checkVersion(document, report);
  if (version === undefined) {
    return undefined;
  }
  const refs = createRefCheck();
  const operationIds = createOperationIdCheck();
  walkDocument(document, [
    refs.visitor,
    operationIds.visitor,
    createTagCheck(report),
    createServerCheck(report),
    createTextCheck(document, report),
  ]);
  const sound = refs.check(document, report);
  operationIds.check(report);
  if (!checkPaths(document, report) || !sound) {
    return undefined;
  }
  const bare = buildBareDocument(document);
  await validateDocument(bare, version, validator, report);
  return { version, bare };
}
