import type { Plan } from "../../plan/types.js";
import { type ImportSymbol, sourceOf } from "../../shared/import-symbol.js";
import type { SourceFile } from "../../workers/structures.js";
import { code } from "../print/code.js";
import { buildSource, compareNames } from "../print/source.js";
import { buildConstant } from "../print/statements.js";

/** tools/<group>/<action>.ts: one file per tool. */
export function emitTools({ tools, runtime }: Plan): SourceFile[] {
  return tools.map(({ action, symbols: { tool, params, result }, tool: data }) =>
    buildSource(sourceOf(tool), [buildConstant(tool, code`${runtime.Tool}<${params}, ${result}>`, data, action.title)]),
  );
}

/** tools/index.ts and profiles/: explicit lists, so that a bundler keeps what is used. */
export function emitToolLists({ tools, profiles, runtime, symbols }: Plan): SourceFile[] {
  const list = code`readonly ${runtime.AnyTool}[]`;
  const constants = tools.map(({ symbols: { tool } }) => tool);
  const names = Object.fromEntries(profiles.map(({ name, tools: members }) => [name, members.map(toName)]));
  return [
    buildSource(sourceOf(symbols.tools), [
      buildConstant(symbols.tools, list, constants, "Every tool, in reading order."),
      { kind: "ExportDeclaration", namedExports: constants.map(({ name }) => name).sort(compareNames) },
    ]),
    buildSource(sourceOf(symbols.profiles), [
      buildConstant(
        symbols.profiles,
        code`Readonly<Record<string, readonly string[]>>`,
        names,
        "The names of the tools in each profile.",
      ),
    ]),
    ...profiles.map(({ name, symbol, tools: members }) =>
      buildSource(sourceOf(symbol), [
        buildConstant(symbol, list, members.map(toConstant), `The tools of profile ${name}.`),
      ]),
    ),
  ];
}

function toName({ action }: Plan["tools"][number]): string {
  return action.name;
}

function toConstant({ symbols }: Plan["tools"][number]): ImportSymbol {
  return symbols.tool;
}
