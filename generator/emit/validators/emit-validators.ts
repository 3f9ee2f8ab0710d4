import type { Plan, ToolPlan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import { fileOf } from "../../shared/import-symbol.js";
import { printSource } from "../print/source.js";
import { printIdentifier } from "../print/string.js";
import { buildSchema } from "./build-schema.js";
import { type Compile, createCompile } from "./create-compile.js";
import { printValidator } from "./print-validator.js";

/** validators/<action>.js with its declarations: what Ajv makes of the schema, without its packages. */
export function emitValidators({ tools }: Plan): GeneratedFile[] {
  const compile = createCompile();
  return tools.flatMap((tool) => emitValidator(tool, compile));
}

function emitValidator({ action, symbols: { validate }, tool }: ToolPlan, compile: Compile): GeneratedFile[] {
  const path = fileOf(validate);
  const name = printIdentifier(validate.name);
  const types = `import type { Validate } from "../runtime/types.js";\n\nexport declare const ${name}: Validate;`;
  return [
    {
      path,
      text: printValidator(compile(buildSchema(action)), { name, path, large: tool.readIntegers !== undefined }),
    },
    { path: path.replace(/\.js$/, ".d.ts"), text: printSource(types) },
  ];
}
