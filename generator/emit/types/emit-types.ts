import type { GroupPlan, Plan, ToolPlan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import type { Declaration } from "../../workers/declaration.js";
import type { TypeScript } from "../../workers/start-typescript.js";
import { commentLines } from "../print/comment.js";
import { printIdentifier } from "../print/identifier.js";
import { printKey } from "../print/key.js";
import { printSource } from "../print/source.js";
import { printType, readRoots } from "../print/type.js";

const mark = "\u0001";

/** types/<group>.ts: what each tool takes and answers. Their structures are built here and printed beside the rest. */
export async function emitTypes(
  plan: Plan,
  typescript: Pick<TypeScript, "printDeclarations">,
): Promise<GeneratedFile[]> {
  const files = plan.groups.map((group) => ({
    group,
    path: `types/${group.file}.ts`,
    declarations: group.tools.flatMap(buildDeclarations),
  }));
  const texts = await typescript.printDeclarations(files.map(({ path, declarations }) => ({ path, declarations })));
  return files.map(({ group, path }, index) => ({
    path,
    text: printSource(readSymbols(group), placeLines(texts[index] ?? "")),
  }));
}

function buildDeclarations(tool: ToolPlan): Declaration[] {
  const params = buildParams(tool);
  const result = buildAlias(tool.resultType, `Answer of ${tool.action.name}.`, printResult(tool));
  // Two aliases would stand without a line between them.
  return [params, params.kind === result.kind ? { ...result, leadingTrivia: "\n" } : result];
}

function buildParams(tool: ToolPlan): Declaration {
  const { params, paramsType, action } = tool;
  const title = `Arguments of ${action.name}.`;
  // An interface without members would take anything.
  if (params.length === 0) return buildAlias(paramsType, title, "Record<string, never>");
  return {
    kind: "interface",
    name: printIdentifier(paramsType),
    isExported: true,
    docs: docs(title),
    properties: params.map(({ name, optional, type, description }) => ({
      name: printKey(name),
      hasQuestionToken: optional,
      type: asWritten(printType(type, 2)),
      docs: docs(description, 2),
    })),
  };
}

function buildAlias(name: string, title: string, text: string): Declaration {
  return {
    kind: "alias",
    name: printIdentifier(name),
    isExported: true,
    docs: docs(title),
    type: asWritten(text),
  };
}

function printResult({ result, resultType }: ToolPlan): string {
  const text = printType(result);
  if (result.kind !== "union" || resultType.length + text.length < 104) return text;
  return result.of.map((part) => printType(part, 2)).join("\n  | ");
}

/**
 * ts-morph moves the later lines of a type further in than a formatter does. They carry their own indentation, behind a
 * mark that no printer lets through from a document; `placeLines` takes away what stands before it.
 */
function asWritten(text: string): string {
  return text.replaceAll("\n", `\n${mark}`);
}

function placeLines(text: string): string {
  return text
    .split("\n")
    .map((line) => line.slice(line.indexOf(mark) + 1))
    .join("\n");
}

/** A leading line break makes it a comment of several lines. */
function docs(text: string, indent = 0): { description: string }[] {
  const lines = commentLines(text, indent);
  if (lines.length === 0) return [];
  return [{ description: lines.length === 1 ? (lines[0] ?? "") : `\n${lines.join("\n")}` }];
}

function readSymbols(group: GroupPlan): { name: string; from: string; type: true }[] {
  const shapes = group.tools.flatMap((tool) => [...tool.params.map(({ type }) => type), tool.result]);
  return shapes.flatMap(readRoots).map((name) => ({ name, from: "./openapi.js", type: true }));
}
