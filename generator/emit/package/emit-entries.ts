import type { Plan } from "../../plan/types.js";
import { sourceOf } from "../../shared/import-symbol.js";
import type { SourceFile } from "../../workers/structures.js";
import { code } from "../print/code.js";
import { buildSource } from "../print/source.js";
import { buildConstant, buildExports, buildFunction } from "../print/statements.js";

/** The files that a user of the pack begins with: index.ts, definition.ts, mcp.ts and command.ts. */
export function emitEntries(plan: Plan): SourceFile[] {
  return [emitIndex(plan), emitDefinition(plan), emitMcp(plan), emitCommand(plan)];
}

/** The main entry point, with explicit exports. */
function emitIndex({ exported, model, runtime, schemes, symbols, tools }: Plan): SourceFile {
  const { create, definition, profiles } = symbols;
  const { createToolpack, Toolpack, ToolpackOptions } = runtime;
  const path = sourceOf(create);
  const types = tools.flatMap(({ symbols: { params, result } }) => [params, result]);
  return buildSource(path, [
    ...buildExports(path, [symbols.client, ...(schemes ? [symbols.schemes] : []), ...exported, ...types]),
    buildFunction(
      create,
      ToolpackOptions,
      code`${Toolpack}`,
      code`return ${createToolpack}({ ${definition}, ${symbols.tools}, ${profiles} }, options);`,
      `The tools of ${model.pack.title}, ready to be called or given to an agent.`,
    ),
  ]);
}

function emitDefinition({ definition, runtime, schemes, symbols }: Plan): SourceFile {
  return buildSource(sourceOf(symbols.definition), [
    buildConstant(
      symbols.definition,
      code`${runtime.PackDefinition}`,
      definition,
      "What the runtime needs to know about the API.",
    ),
    ...(schemes === undefined
      ? []
      : [
          buildConstant(
            symbols.schemes,
            code`Readonly<Record<string, ${runtime.SecurityScheme}>>`,
            schemes,
            "The security schemes as the document declares them, for a host that obtains credentials.",
          ),
        ]),
  ]);
}

/** The pack as an MCP server, for a host's own program. */
function emitMcp({ model, runtime: { McpOptions, serveMcp }, symbols }: Plan): SourceFile {
  const { definition, profiles, serve, tools } = symbols;
  const path = sourceOf(serve);
  return buildSource(path, [
    ...buildExports(path, [McpOptions]),
    buildFunction(
      serve,
      McpOptions,
      code`Promise<void>`,
      code`return ${serveMcp}({ ${definition}, ${profiles}, ${tools} }, options);`,
      `Serves the tools of ${model.pack.title} to an MCP host over standard input and output, until the host disconnects.`,
    ),
  ]);
}

/** The command for people and MCP hosts; the shim in bin/ calls it. */
function emitCommand({ runtime: { runBin }, symbols: { definition, profiles, run, tools } }: Plan): SourceFile {
  return buildSource(sourceOf(run), [
    {
      kind: "Function",
      isExported: true,
      name: run.name,
      docs: [{ description: "Runs the command line of this process." }],
      parameters: [{ name: "version", type: "string" }],
      returnType: "Promise<void>",
      statements: [code`return ${runBin}({ ${definition}, ${profiles}, ${tools} }, version);`],
    },
  ]);
}
