import { isObject, type MutableObject } from "../shared/json.js";
import { describePlace } from "./describe-place.js";
import { describeSchemaErrors } from "./describe-schema-errors.js";
import { loadSchemaCheck } from "./load-schema-check.js";
import { type Kind, readSlot } from "./read-slot.js";
import type { Report } from "./report.js";
import { shapes } from "./shapes.js";

type SwaggerParser = typeof import("@apidevtools/swagger-parser");

/** Starts loading the validator, so that it is there when the files are read. */
export function loadValidator(): Promise<SwaggerParser> {
  const loading = import("@apidevtools/swagger-parser").then((module) => module.default as unknown as SwaggerParser);
  // When the run ends before the validator is asked for, its failure is of no interest.
  loading.catch(() => undefined);
  return loading;
}

/**
 * Validates the bare document against the OpenAPI schema. References stay in place: `checkRefs` has seen that each
 * one leads to something of the right sort, which is validated where it stands, so nothing is validated twice and a
 * position in an error is a position in the document.
 */
export async function validateDocument(
  bare: MutableObject,
  version: "3.0" | "3.1",
  validator: Promise<SwaggerParser>,
  report: Report,
): Promise<void> {
  const { validate } = await validator;
  const document = prepare(bare, version, report);
  try {
    await validate(document as unknown as Parameters<typeof validate>[0], {
      resolve: { external: false, file: false, http: false },
      dereference: { circular: "ignore", excludedPathMatcher: () => true },
      // The schema is checked below, where the command has it compiled.
      validate: { schema: false, spec: false },
    });
  } catch (error) {
    // A broken installation is no fault of the document.
    if ((error as { readonly code?: unknown }).code === "MODULE_NOT_FOUND") throw error;
    const [reason = "for no reason that it gives"] = (error instanceof Error ? error.message : String(error)).split(
      "\n",
    );
    report.add({
      code: "invalid-document",
      message: `The document is not valid OpenAPI ${version}: ${reason.replace(/\.$/, "")}.`,
      fix: "Mend the document.",
      path: [],
    });
    return;
  }
  const errors = loadSchemaCheck()(document, version);
  const label = (path: readonly string[]): string => describePlace(bare, path);
  for (const fault of describeSchemaErrors(errors, label, (_, path) => knownKeys(path))) {
    report.add(fault);
  }
}

/** The parser stops at some things that the schema, or another patch version, would let it tell or pass. */
function prepare(bare: MutableObject, version: "3.0" | "3.1", report: Report): MutableObject {
  const document = { ...bare, openapi: version === "3.0" ? "3.0.3" : "3.1.0" };
  if (!isObject(bare.info) || typeof bare.info.version !== "number") {
    return document;
  }
  report.add({
    code: "wrong-type",
    message: "`info.version` must be of type string.",
    fix: "Put it in quotes.",
    path: ["info", "version"],
  });
  return { ...document, info: { ...bare.info, version: String(bare.info.version) } };
}

/** The fields that the format has at a place. */
function knownKeys(path: readonly string[]): readonly string[] {
  let kind: Kind = { kind: "object", shape: "Document" };
  for (const key of path) {
    kind = readSlot(kind, key);
  }
  return kind.kind === "object" ? Object.keys(shapes[kind.shape]).filter((key) => key !== "*") : [];
}
