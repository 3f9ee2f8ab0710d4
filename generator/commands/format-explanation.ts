import type { Position } from "../shared/problems.js";
import type { Explanation } from "./build-explanation.js";

/** An explanation as a person reads it. */
export function formatExplanation(tool: Explanation): readonly string[] {
  const width = Math.max(0, ...tool.arguments.map(({ name }) => name.length));
  const { operation } = tool;
  return [
    `${tool.name}  ${tool.title}`,
    `  ${tool.description}`,
    `  pack       ${tool.pack}, group ${tool.group}`,
    `  effect     ${tool.effect}, scope ${tool.scope}${tool.approval ? ", needs approval" : ""}, bind ${tool.bind}`,
    ...(tool.aliases.length === 0 ? [] : [`  aliases    ${tool.aliases.join(", ")}`]),
    `  operation  ${operation.method} ${operation.path} (${operation.id})  ${place(operation.at)}`,
    `  override   ${tool.override === undefined ? "none: derived from the document" : place(tool.override)}`,
    ...tool.overlays.map(({ at, pointers }) => `  overlay    ${place(at)}  changed ${pointers.join(", ")}`),
    ...section(
      "arguments",
      tool.arguments.map(({ name, required, places, note }) =>
        `${name.padEnd(width)}  ${required ? "required" : "optional"}  ${places.join(", ")}${note === undefined ? "" : `  (${note})`}`.trimEnd(),
      ),
    ),
    ...section(
      "rules",
      tool.rules.map((rule) => JSON.stringify(rule)),
    ),
    ...section(
      "always sent",
      tool.sent.map(({ place: where, value }) => `${where} = ${JSON.stringify(value)}`),
    ),
    ...section(
      "hidden",
      tool.hidden.map(({ place: where, reason }) => `${where}  ${reason}`),
    ),
  ];
}

function place({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`;
}

function section(title: string, rows: readonly string[]): readonly string[] {
  return rows.length === 0 ? [] : [`  ${title}`, ...rows.map((row) => `    ${row}`)];
}
