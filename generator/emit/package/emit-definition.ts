import type { Plan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import type { JsonObject } from "../../shared/json.js";
import { printLiteral } from "../print/literal.js";
import { printSource } from "../print/source.js";

/** definition.ts: what the runtime has to know about the API. */
export function emitDefinition({ model }: Plan): GeneratedFile {
  const { name, title, baseUrl, auth, bindings } = model.pack;
  const data: JsonObject = {
    name,
    title,
    baseUrl,
    ...(auth !== undefined && { auth: { in: auth.in, name: auth.name, prefix: auth.prefix, env: auth.env } }),
    bindings: bindings.ids,
  };
  const body = `/** What the runtime has to know about the API. */
export const definition: PackDefinition = ${printLiteral(data, 0, 43)};
`;
  return {
    path: "definition.ts",
    text: printSource([{ name: "PackDefinition", from: "./runtime/index.js", type: true }], body),
  };
}
