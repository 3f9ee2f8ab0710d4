import type { Plan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import { listSymbols, printLiteral } from "../print/literal.js";
import { importsOf, printSource } from "../print/source.js";

const path = "definition.ts";

/** definition.ts: what the runtime needs to know about the API. */
export function emitDefinition({ definition }: Plan): GeneratedFile {
  const body = `/** What the runtime needs to know about the API. */
export const definition: PackDefinition = ${printLiteral(definition, 0, 43)};
`;
  const symbols = importsOf(path, listSymbols(definition));
  const type = { name: "PackDefinition", from: "./runtime/index.js", type: true as const };
  return { path, text: printSource([type, ...symbols], body) };
}
