import type { Plan, ToolPlan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import { printComment } from "../print/comment.js";
import { printIdentifier } from "../print/identifier.js";
import { printKey } from "../print/key.js";
import { printLiteral } from "../print/literal.js";
import { compareNames, type Import, printSource } from "../print/source.js";

const anyTool: Import = { name: "AnyTool", from: "../runtime/index.js", type: true };

/** tools/index.ts, and profiles/: explicit lists, so that a bundler keeps what is used. */
export function emitToolLists(plan: Plan): GeneratedFile[] {
  const { tools, profiles } = plan;
  const names = tools.map((tool) => printIdentifier(tool.constant));
  const all = `${printComment("Every tool, in reading order.")}${printList("tools", tools)}

export {
${[...names]
  .sort(compareNames)
  .map((name) => `  ${name},\n`)
  .join("")}};
`;
  const table = profiles
    .map(({ name, tools: members }) => {
      const list = printLiteral(
        members.map((tool) => tool.action.name),
        2,
        name.length + 5,
      );
      return `  ${name === "__proto__" ? '["__proto__"]' : printKey(name)}: ${list},\n`;
    })
    .join("");
  return [
    {
      path: "tools/index.ts",
      text: printSource([anyTool, ...tools.map((tool) => symbolOf(tool, "./"))], all),
    },
    {
      path: "profiles/index.ts",
      text: printSource(
        [],
        `${printComment("The names of the tools in each profile.")}export const profiles: Readonly<Record<string, readonly string[]>> = {\n${table}};\n`,
      ),
    },
    ...profiles.map((profile) => ({
      path: `profiles/${profile.file}.ts`,
      text: printSource(
        [anyTool, ...profile.tools.map((tool) => symbolOf(tool, "../tools/"))],
        `${printComment(`The tools of profile ${profile.name}.`)}${printList(profile.constant, profile.tools)}\n`,
      ),
    })),
  ];
}

function printList(constant: string, tools: readonly ToolPlan[]): string {
  const head = `export const ${printIdentifier(constant)}: readonly AnyTool[] = `;
  if (tools.length === 0) return `${head}[];`;
  return `${head}[\n${tools.map((tool) => `  ${tool.constant},\n`).join("")}];`;
}

function symbolOf(tool: ToolPlan, folder: string): Import {
  return { name: tool.constant, from: `${folder}${tool.file}.js` };
}
