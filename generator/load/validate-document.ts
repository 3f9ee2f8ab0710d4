import type { ErrorObject } from "ajv";
import { isObject, type MutableObject } from "../shared/json.js";
import { describePlace } from "./describe-place.js";
import { describeSchemaErrors } from "./describe-schema-errors.js";
import { readKind } from "./read-slot.js";
import type { Report } from "./report.js";
import { shapes } from "./shapes.js";
import type { Version } from "./types.js";
import { validateNewest } from "./validate-newest.js";

type SwaggerParser = typeof import("@apidevtools/swagger-parser");

/** Starts loading the validator, so that it is ready when the files are read. */
export function loadValidator(): Promise<SwaggerParser> {
  const loading = import("@apidevtools/swagger-parser").then((module) => module.default as unknown as SwaggerParser);
  // When the run ends before the validator is needed, its failure does not matter.
  loading.catch(() => undefined);
  return loading;
}

/**
 * Validates the bare document against the OpenAPI schema. References stay in place: check-refs.ts has already checked
 * the target of each one, which is validated where it is defined, so nothing is validated twice and a position in an
 * error is a position in the document.
 */
export async function validateDocument(
  bare: MutableObject,
  version: Version,
  validator: Promise<SwaggerParser>,
  report: Report,
): Promise<void> {
  const document = prepare(bare, version, report);
  const label = (path: readonly string[]): string => describePlace(bare, path);
  const describe = (errors: readonly ErrorObject[]): void => {
    for (const fault of describeSchemaErrors(errors, label, (_, path) => knownKeys(path))) report.add(fault);
  };
  if (version === "3.2") return describe(validateNewest(document));
  const { validate } = await validator;
  try {
    await validate(document as unknown as Parameters<typeof validate>[0], {
      resolve: { external: false, file: false, http: false },
      dereference: { circular: "ignore", excludedPathMatcher: () => true },
      validate: { schema: true, spec: false },
    });
  } catch (error) {
    const { code, details } = error as { readonly code?: unknown; readonly details?: readonly ErrorObject[] };
    // A missing module is an installation problem.
    if (code === "MODULE_NOT_FOUND") throw error;
    if (details === undefined) reportFailure(error, version, report);
    describe(details ?? []);
  }
}

function reportFailure(error: unknown, version: string, report: Report): void {
  const text = error instanceof Error ? error.message : String(error);
  const [reason = ""] = text.split("\n");
  report.add({
    code: "invalid-document",
    message: `The document is not valid OpenAPI ${version}: ${reason.replace(/\.$/, "")}.`,
    fix: "Fix the document.",
    path: [],
  });
}

/**
 * The document as passed to the validator, which stops at some errors that the schema would report, or that another
 * patch version allows; and paths without a leading slash are judged by MODEL, operation by operation.
 */
function prepare(bare: MutableObject, version: Version, report: Report): MutableObject {
  const document: MutableObject = { ...bare, openapi: version === "3.0" ? "3.0.3" : `${version}.0` };
  if (isObject(bare.paths)) {
    document.paths = Object.fromEntries(Object.entries(bare.paths).filter(([path]) => path.startsWith("/")));
  }
  if (!isObject(bare.info) || typeof bare.info.version !== "number") return document;
  report.add({
    code: "wrong-type",
    message: "`info.version` must be of type string.",
    fix: "Put it in quotes.",
    path: ["info", "version"],
  });
  return { ...document, info: { ...bare.info, version: String(bare.info.version) } };
}

/** The fields that OpenAPI defines at a place. */
function knownKeys(path: readonly string[]): readonly string[] {
  const kind = readKind(path);
  return kind.kind === "object" ? Object.keys(shapes[kind.shape]).filter((key) => key !== "*") : [];
}
