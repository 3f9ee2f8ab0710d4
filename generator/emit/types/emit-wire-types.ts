import type { Loaded } from "../../load/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import type { Problem } from "../../shared/problems.js";
import type { TypeScript } from "../../workers/start-typescript.js";
import { printSource } from "../print/source.js";
import { escapeHidden } from "../print/string.js";
import { buildWireDocument } from "./build-wire-document.js";

/** types/openapi.ts, or the problem that a pack without it has. */
export type WireTypes =
  | { readonly kind: "printed"; readonly file: GeneratedFile }
  | { readonly kind: "failed"; readonly problem: Problem };

/** types/openapi.ts: the document's own types, as openapi-typescript writes them. Never rejects: a pack can do without. */
export async function emitWireTypes(
  { bareDocument, version, spec }: Pick<Loaded, "bareDocument" | "version" | "spec">,
  typescript: Pick<TypeScript, "printWireTypes">,
): Promise<WireTypes> {
  try {
    const text = await typescript.printWireTypes(buildWireDocument(bareDocument, version));
    // Its printer always indents by four spaces.
    const indented = text.replace(/^(?: {4})+/gm, (spaces) => spaces.slice(spaces.length / 2));
    return { kind: "printed", file: { path: "types/openapi.ts", text: printSource(escapeHidden(indented)) } };
  } catch (error) {
    const [reason = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    return { kind: "failed", problem: buildProblem(reason, spec.path) };
  }
}

function buildProblem(reason: string, file: string): Problem {
  return {
    code: "wire-types",
    kind: "spec",
    severity: "warning",
    message: `openapi-typescript cannot print the types of the document (${reason}), so the pack has no types/openapi.ts and types results by their schemas.`,
    fix: "Report the document to openapi-toolpack; the tools work as they are.",
    at: { file, line: 1, column: 1 },
  };
}
