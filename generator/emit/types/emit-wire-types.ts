import type { GeneratedFile } from "../../shared/generated-file.js";
import { printSource } from "../print/source.js";
import { escapeHidden } from "../print/string.js";

/** types/openapi.ts: the document's own types, as openapi-typescript wrote them. */
export function emitWireTypes(text: string): GeneratedFile {
  // Its printer knows four columns only.
  const indented = text.replace(/^(?: {4})+/gm, (spaces) => spaces.slice(spaces.length / 2));
  return { path: "types/openapi.ts", text: printSource(escapeHidden(indented)) };
}
