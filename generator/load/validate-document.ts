import type { ErrorObject } from "ajv";
import { isObject, type MutableObject } from "../shared/json.js";
import { toPointer } from "../shared/pointer.js";
import { describePlace } from "./describe-place.js";
import { describeSchemaErrors } from "./describe-schema-errors.js";
import { dropToldErrors } from "./drop-told-errors.js";
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
 * Validates the bare document against the OpenAPI schema. Each value has the form of its field already, so what is found
 * here hinders no request, or is judged by MODEL where it does: it is a warning. References stay in place: check-refs.ts has already checked
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
    // What was taken out is missing now, which is no second fault.
    const holders = new Set(report.faults().map(({ path }) => toPointer(path.slice(0, -1))));
    for (const fault of describeSchemaErrors(dropToldErrors(errors, bare), label, (_, path) => knownKeys(path))) {
      if (!fault.path.some((_, index) => holders.has(toPointer(fault.path.slice(0, index + 1)))))
        report.add({ ...fault, severity: "warning" });
    }
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
    severity: "warning",
    message: `The document is not valid OpenAPI ${version}: ${reason.replace(/\.$/, "")}.`,
    fix: "Fix the document.",
    path: [],
  });
}

/** The types of security scheme that every version knows; the schema of 3.0 tries those of others as each of these. */
const schemeTypes: readonly unknown[] = ["apiKey", "http", "oauth2", "openIdConnect"];

/** The components without the security schemes of other types: MODEL reports each that an operation asks for. */
function withoutOddSchemes(components: MutableObject): MutableObject {
  const schemes = components.securitySchemes;
  if (!isObject(schemes)) return components;
  const known = Object.entries(schemes).filter(([, scheme]) => {
    const type = isObject(scheme) ? scheme.type : undefined;
    return typeof type !== "string" || schemeTypes.includes(type);
  });
  return { ...components, securitySchemes: Object.fromEntries(known) };
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
  if (isObject(bare.components)) document.components = withoutOddSchemes(bare.components);
  if (isObject(bare.info)) return document;
  report.add({
    code: "missing-key",
    severity: "warning",
    message: "the document is missing the key `info`.",
    fix: "Add the key.",
    path: [],
  });
  return { ...document, info: { title: "API", version: "0.0.0" } };
}

/** The fields that OpenAPI defines at a place. */
function knownKeys(path: readonly string[]): readonly string[] {
  const kind = readKind(path);
  return kind.kind === "object" ? Object.keys(shapes[kind.shape]).filter((key) => key !== "*") : [];
}
