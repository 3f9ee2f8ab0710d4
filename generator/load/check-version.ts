import { type MutableJson, ownValue } from "../shared/json.js";
import type { Report } from "./report.js";

/** Returns the version of OpenAPI, or reports that it is missing or not supported. */
export function checkVersion(document: MutableJson, report: Report): "3.0" | "3.1" | undefined {
  const version = ownValue(document, "openapi");
  const match = typeof version === "string" ? /^3\.([01])\.\d+$/.exec(version) : null;
  if (match !== null) {
    return match[1] === "0" ? "3.0" : "3.1";
  }
  const swagger = ownValue(document, "swagger");
  if (swagger !== undefined) {
    report.add({
      code: "openapi-version",
      message: `The document is Swagger ${String(swagger)}; only OpenAPI 3.0 and 3.1 are supported.`,
      fix: "Convert it to OpenAPI 3.0 or 3.1 first.",
      path: ["swagger"],
    });
  } else if (version === undefined) {
    report.add({
      code: "openapi-version",
      message: "The document has neither `openapi: 3.0.x` nor `openapi: 3.1.x`.",
      fix: "Check that this is an OpenAPI document and add its version.",
      path: [],
    });
  } else {
    report.add({
      code: "openapi-version",
      message: `The document says \`openapi: ${typeof version === "string" ? JSON.stringify(version) : String(version)}\`; only "3.0.x" and "3.1.x" are supported, as strings.`,
      fix: "Use a document of version 3.0 or 3.1.",
      path: ["openapi"],
    });
  }
  return undefined;
}
