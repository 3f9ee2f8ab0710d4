import type { Plan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import { printJson } from "../print/literal.js";

/** definitions/: the tools as data, for hosts that run no JavaScript. */
export function emitDefinitions({ definitions }: Plan): GeneratedFile[] {
  return definitions.map(({ path, tools }) => ({ path, text: printJson(tools) }));
}
