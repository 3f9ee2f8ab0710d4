import type { GroupPlan, ToolPlan } from "../../plan/types.js";
import type { SourceFile, Structure } from "../../workers/structures.js";
import { type Code, code } from "../print/code.js";
import { buildDocs } from "../print/comment.js";
import { buildSource } from "../print/source.js";
import { printIdentifier, printKey } from "../print/string.js";
import { typeCode } from "../print/type.js";

/** types/<group>.ts: what each tool accepts and returns. */
export function emitTypes(group: GroupPlan): SourceFile {
  return buildSource(`types/${group.file}.ts`, group.tools.flatMap(buildDeclarations));
}

function buildDeclarations(tool: ToolPlan): Structure[] {
  const { action, symbols, types } = tool;
  const named = types.map(({ symbol, type }) =>
    buildAlias(symbol.name, `Part of the arguments of ${action.name}.`, typeCode(type, 0)),
  );
  return [buildParams(tool), ...named, buildAlias(symbols.result.name, `Result of ${action.name}.`, printResult(tool))];
}

function buildParams({ params, symbols, action }: ToolPlan): Structure {
  const title = `Arguments of ${action.name}.`;
  // An interface without members would accept anything.
  if (params.length === 0) return buildAlias(symbols.params.name, title, code`Record<string, never>`);
  return {
    kind: "Interface",
    name: printIdentifier(symbols.params.name),
    isExported: true,
    docs: buildDocs(title),
    properties: params.map(({ name, optional, type, description }) => ({
      name: printKey(name),
      hasQuestionToken: optional,
      type: typeCode(type, 2),
      docs: buildDocs(description, 2),
    })),
  };
}

function buildAlias(name: string, title: string, type: Code): Structure {
  return { kind: "TypeAlias", name: printIdentifier(name), isExported: true, docs: buildDocs(title), type };
}

/** A long union has one line per part. */
function printResult({ result, symbols }: ToolPlan): Code {
  const flat = typeCode(result, 0);
  if (result.kind !== "union" || symbols.result.name.length + flat.text.length < 104) return flat;
  return { text: result.of.map((part) => typeCode(part, 2).text).join("\n  | "), uses: flat.uses };
}
