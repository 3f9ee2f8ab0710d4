import type { Plan, ToolPlan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import { fileOf } from "../../shared/import-symbol.js";
import { ProblemsError } from "../../shared/problems.js";
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
      text: printValidator(compileFor(action, compile), { name, path, large: tool.readIntegers !== undefined }),
    },
    { path: path.replace(/\.js$/, ".d.ts"), text: printSource(types) },
  ];
}

/** MODEL reads every keyword; if Ajv still finds fault with one, the user learns in which tool. */
function compileFor(action: ToolPlan["action"], compile: Compile): string {
  try {
    return compile(buildSchema(action));
  } catch (error) {
    throw new ProblemsError([
      {
        code: "validator",
        kind: "spec",
        severity: "error",
        message: `The schema of the tool ${action.name} cannot be compiled: ${error instanceof Error ? error.message : String(error)}.`,
        fix: `List the operation ${action.operation.id} under \`hidden\` in the overrides, and report this to openapi-toolpack.`,
      },
    ]);
  }
}
