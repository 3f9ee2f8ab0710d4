import type CodeBlockWriter from "code-block-writer";
import type { GroupPlan, Plan, ToolPlan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import { cleanComment, printComment } from "../print/comment.js";
import { createWriter } from "../print/create-writer.js";
import { printIdentifier } from "../print/identifier.js";
import { listSymbols, printLiteral } from "../print/literal.js";
import { type Import, importsOf, printSource } from "../print/source.js";

/** client/<group>.ts: the operations as data, and a class with a method for each. */
export function emitClients(plan: Plan): GeneratedFile[] {
  return plan.groups.map((group) => ({
    path: `client/${group.file}.ts`,
    text: printSource(readSymbols(group), printGroup(group)),
  }));
}

function printGroup(group: GroupPlan): string {
  const writer = createWriter();
  for (const tool of group.tools) {
    const { operationConstant, paramsType, resultType } = tool;
    const name = `${printIdentifier(operationConstant)}: Operation<${paramsType}, ${resultType}>`;
    const head = `export const ${name} = `;
    writer.write(printLiteralAfter(head, tool)).newLine().newLine();
  }
  writer.write(printComment(group.description));
  writer.write(`export class ${printIdentifier(group.className)} `).block(() => {
    writer.writeLine("readonly #http: HttpClient;").blankLine();
    writer.write("constructor(http: HttpClient) ").inlineBlock(() => {
      writer.writeLine("this.#http = http;");
    });
    for (const tool of group.tools) printMethod(writer, tool);
    writer.newLine();
  });
  return writer.toString();
}

function printLiteralAfter(head: string, tool: ToolPlan): string {
  return `${head}${printLiteral(tool.operation, 0, head.length + 1)};`;
}

function printMethod(writer: CodeBlockWriter, tool: ToolPlan): void {
  const { action, method, params, paramsType, resultType, operationConstant } = tool;
  const optional = params.every((param) => param.optional);
  const remarks = `\`${action.operation.method} ${cleanComment(action.operation.path).join("").replaceAll("`", "'")}\``;
  const signature = `${printIdentifier(method)}(params: ${paramsType}${optional ? " = {}" : ""}, options?: RequestOptions)`;
  writer.newLine().newLine();
  // A derived tool without words says no more than the remark.
  const said = action.description === `${action.operation.method} ${action.operation.path}`;
  writer.write(printComment(said ? "" : action.description, 0, remarks));
  writer.write(`${signature}: Promise<${resultType}> `).inlineBlock(() => {
    writer.writeLine(`return this.#http.request(${printIdentifier(operationConstant)}, params, options);`);
  });
}

function readSymbols(group: GroupPlan): Import[] {
  const runtime = ["HttpClient", "Operation", "RequestOptions"];
  return [
    ...importsOf(
      `client/${group.file}.ts`,
      group.tools.flatMap(({ operation }) => listSymbols(operation)),
    ),
    ...runtime.map((name): Import => ({ name, from: "../runtime/index.js", type: true })),
    ...group.tools.flatMap(({ paramsType, resultType }) =>
      [paramsType, resultType].map((name): Import => ({ name, from: `../types/${group.file}.js`, type: true })),
    ),
  ];
}
