import type { Plan, ToolPlan } from "../../plan/types.js";
import type { Json, JsonObject } from "../../shared/json.js";
import { printIdentifier } from "../print/identifier.js";
import { printKey } from "../print/key.js";
import { printLiteral } from "../print/literal.js";
import type { Import } from "../print/source.js";

/** The text of a property's value; `code` refers to other files' constants, by their names. */
export type ToolEntry = readonly [key: string, text: string];

/** The properties of a tool in the order in which a person reads them, with what they import. */
export function buildTool(tool: ToolPlan, plan: Plan): { entries: ToolEntry[]; symbols: Import[] } {
  const { action } = tool;
  const symbols: Import[] = [
    { name: "Tool", from: "../../runtime/index.js", type: true },
    { name: tool.paramsType, from: `../../types/${tool.groupFile}.js`, type: true },
    { name: tool.resultType, from: `../../types/${tool.groupFile}.js`, type: true },
    { name: tool.validator, from: `../../validators/${tool.baseFile}.js` },
  ];
  const entries: ToolEntry[] = [];
  const data = (key: string, value: Json | undefined): void => {
    if (value !== undefined) entries.push([key, printLiteral(value, 2, key.length + 5)]);
  };
  const code = (key: string, text: string): void => void entries.push([key, text]);
  const operationOf = (name: string): string => {
    const other = plan.tools.find((each) => each.action.name === name);
    if (other === undefined) throw new Error(`${action.name} refers to ${name}, which is no tool`);
    symbols.push({ name: other.operationConstant, from: `../../client/${other.groupFile}.js` });
    return printIdentifier(other.operationConstant);
  };

  data("name", action.name);
  data("title", action.title);
  data("description", action.description);
  data("group", action.group);
  data("effect", action.effect);
  data("scope", action.scope);
  data("approval", action.approval ? true : undefined);
  data("annotations", annotationsOf(tool));
  code("bind", printBind(tool, plan, operationOf));
  data("aliases", action.aliases.length > 0 ? action.aliases : undefined);
  data("inputSchema", action.inputSchema);
  data("outputSchema", action.outputSchema);
  data("require", action.require.length > 0 ? (action.require as unknown as Json) : undefined);
  code("validate", printIdentifier(tool.validator));
  code("operation", operationOf(action.name));
  const wildcards = action.arguments.flatMap(({ name, wildcard }) => (wildcard === "refuse" ? [name] : []));
  data("wildcards", wildcards.length > 0 ? wildcards : undefined);
  if (action.event !== undefined) {
    const { id, poll, argument, status, pending, failed } = action.event;
    code(
      "event",
      printObject([
        ...literals({ id, tool: poll }),
        ["poll", operationOf(poll)],
        ...literals({ argument, status, pending, failed }),
      ]),
    );
  }
  if (action.pages !== undefined) {
    const { page, size, items, next } = action.pages;
    data("pages", { page, ...(size !== undefined && { size }), items, next });
  }
  return { entries, symbols };
}

/** What MCP calls tool annotations. */
export function annotationsOf({ action: { hints } }: ToolPlan): JsonObject {
  return {
    readOnlyHint: hints.readOnly,
    destructiveHint: hints.destructive,
    idempotentHint: hints.idempotent,
    openWorldHint: hints.openWorld,
  };
}

function printBind({ action }: ToolPlan, plan: Plan, operationOf: (name: string) => string): string {
  const { ids, ownership, entity } = plan.model.pack.bindings;
  const names = new Set(action.arguments.map((argument) => argument.name));
  switch (action.bind) {
    case "argument": {
      const takesPair = entity !== undefined && names.has(entity.type) && names.has(entity.id);
      return printObject(
        literals({
          kind: "argument",
          ids: ids.filter((id) => names.has(id)),
          ...(takesPair && { entity: { type: entity.type, id: entity.id, values: entity.values } }),
        }),
      );
    }
    case "filter":
      return printObject(literals({ kind: "filter", ids }));
    case "ownership": {
      if (ownership === undefined)
        throw new Error(`${action.name} binds by ownership, which the pack does not declare`);
      const reader = plan.tools.find((each) => each.action.name === ownership.read);
      const argument = reader?.action.arguments.find(({ required }) => required)?.name;
      if (argument === undefined) throw new Error(`${ownership.read} reads nothing by an argument`);
      return printObject([
        ...literals({ kind: "ownership" }),
        ["read", operationOf(ownership.read)],
        ...literals({ argument, ids: ownership.ids }),
      ]);
    }
    case "none":
      return printObject(literals({ kind: "none" }));
  }
}

function literals(data: JsonObject): ToolEntry[] {
  return Object.entries(data).map(([key, value]) => [key, printLiteral(value, 4, key.length + 7)]);
}

function printObject(entries: readonly ToolEntry[]): string {
  const parts = entries.map(([key, text]) => `${printKey(key)}: ${text}`);
  const flat = `{ ${parts.join(", ")} }`;
  if (flat.length <= 100 && !flat.includes("\n")) return flat;
  return `{\n${parts.map((part) => `    ${part},\n`).join("")}  }`;
}
