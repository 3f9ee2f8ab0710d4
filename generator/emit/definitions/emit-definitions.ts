import type { Plan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import type { JsonObject } from "../../shared/json.js";
import { printJson } from "../print/json.js";
import { annotationsOf } from "../tools/build-tool.js";
import { buildFunctions } from "./build-functions.js";

/** definitions/: the tools as data, for hosts that run no JavaScript. */
export function emitDefinitions({ tools, profiles }: Plan): GeneratedFile[] {
  const schemas = tools.map((tool): JsonObject => {
    const { name, title, description, checkedSchema, outputSchema } = tool.action;
    return {
      name,
      title,
      description,
      inputSchema: checkedSchema,
      ...(outputSchema !== undefined && { outputSchema }),
      annotations: annotationsOf(tool),
    };
  });
  const offered = profiles.find((profile) => profile.name === "all")?.tools ?? tools;
  const functions = buildFunctions(offered.map(({ action }) => action));
  return [
    { path: "definitions/json-schema.json", text: printJson(schemas) },
    { path: "definitions/openai.json", text: printJson(functions) },
  ];
}
