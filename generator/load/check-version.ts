import { type MutableObject, ownValue } from "../shared/json.js";
import type { Report } from "./report.js";
import type { Version } from "./types.js";

/** The newest version of each kind that a document is read as. */
const known: ReadonlyMap<string, Version> = new Map([
  ["3.0", "3.0"],
  ["3.1", "3.1"],
  ["3.2", "3.2"],
]);

/**
 * Returns the version of OpenAPI, or reports that it is missing or not supported. One that is written in another way is
 * replaced by what it is read as.
 */
export function checkVersion(document: MutableObject, report: Report): Version | undefined {
  const written = ownValue(document, "openapi");
  const [, minor = "", patch = ""] = /^(\d+\.\d+)(.*)$/s.exec(String(written)) ?? [];
  const version = known.get(minor) ?? (written === 3 ? "3.0" : undefined);
  const shown = typeof written === "string" ? JSON.stringify(written) : String(written);
  if (version !== undefined) {
    // A patch changes nothing that a reader could see; a draft or a number is what somebody forgot to change.
    if (typeof written !== "string" || !/^\.\d+$/.test(patch)) {
      report.add({
        code: "openapi-version",
        severity: "warning",
        message: `The document says \`openapi: ${shown}\`; it is read as ${version}.0.`,
        fix: `Write \`openapi: ${version}.0\`, as a string of three numbers.`,
        path: ["openapi"],
      });
      document.openapi = `${version}.0`;
    }
    return version;
  }
  const swagger = ownValue(document, "swagger");
  if (written === undefined && swagger !== undefined)
    report.add({
      code: "openapi-version",
      message: `The document is Swagger ${String(swagger)}; only Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are supported.`,
      fix: 'If it is Swagger 2.0, write `swagger: "2.0"`; convert it otherwise.',
      path: ["swagger"],
    });
  else if (written === undefined)
    report.add({
      code: "openapi-version",
      message: "The document has neither `openapi: 3.x.x` nor `swagger: 2.0`.",
      fix: "Check that this is an OpenAPI document and add its version.",
      path: [],
    });
  else
    report.add({
      code: "openapi-version",
      message: `The document says \`openapi: ${shown}\`; only 3.0, 3.1 and 3.2 are supported.`,
      fix: /^3\.\d/.test(String(written))
        ? "If it uses nothing newer than 3.2, write `openapi: 3.2.0`."
        : "Use a document of version 3.0, 3.1 or 3.2.",
      path: ["openapi"],
    });
  return undefined;
}
