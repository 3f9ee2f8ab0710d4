import type { Plan, ToolPlan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import { printIdentifier } from "../print/identifier.js";
import { printSource } from "../print/source.js";
import { buildSchema } from "./build-schema.js";
import { type Compile, createCompile } from "./create-compile.js";
import { printValidator } from "./print-validator.js";

/** validators/<action>.js with its declarations: what Ajv makes of the schema, freed of packages. */
export function emitValidators(plan: Plan): GeneratedFile[] {
  const compile = createCompile();
  return plan.tools.flatMap((tool) => emitValidator(tool, compile));
}

function emitValidator(tool: ToolPlan, compile: Compile): GeneratedFile[] {
  const name = printIdentifier(tool.validator);
  const types = printSource(
    [{ name: "Validate", from: "../runtime/types.js", type: true }],
    `export declare const ${name}: Validate;`,
  );
  return [
    { path: `validators/${tool.baseFile}.js`, text: printValidator(compile(buildSchema(tool.action)), name) },
    { path: `validators/${tool.baseFile}.d.ts`, text: types },
  ];
}
