import { findTouches, type Position, ProblemsError, type ReadModel } from "../index.js";
import { suggestName } from "../shared/nearest-name.js";
import { forEachModel } from "./for-each-pack.js";
import type { Io, Outcome, PackFlags } from "./types.js";

type Action = ReadModel["model"]["actions"][number];

/** Prints what shaped a tool, and where each of its arguments is sent. */
export async function runExplain(tool: string, flags: PackFlags, io: Io): Promise<Outcome> {
  const known: string[] = [];
  const { results, warnings } = await forEachModel(flags, io, (read) => {
    known.push(...read.model.actions.flatMap(({ name, aliases }) => [name, ...aliases]));
    const action = read.model.actions.find(({ name, aliases }) => name === tool || aliases.includes(tool));
    return action === undefined ? [] : [buildExplanation(action, read)];
  });
  const tools = results.flat();
  if (tools.length === 0) throw unknownTool(tool, known);
  return { data: { tools }, lines: tools.flatMap(formatExplanation), problems: warnings };
}

function unknownTool(tool: string, known: readonly string[]): ProblemsError {
  return new ProblemsError([
    {
      code: "unknown-tool",
      kind: "usage",
      severity: "error",
      message: `Unknown tool "${tool}".`,
      fix: suggestName(tool, known, "run `toolpack list` to see the tools"),
    },
  ]);
}

/** What shaped a tool. */
interface Explanation {
  readonly pack: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly group: string;
  readonly effect: string;
  readonly scope: string;
  readonly approval: boolean;
  readonly bind: string;
  readonly aliases: readonly string[];
  readonly operation: { readonly id: string; readonly method: string; readonly path: string; readonly at: Position };
  /** Absent for a tool that was derived from the document alone. */
  readonly override?: Position;
  readonly overlays: readonly { readonly at: Position; readonly pointers: readonly string[] }[];
  readonly arguments: readonly {
    readonly name: string;
    readonly required: boolean;
    /** `query:page`, `body:/text`; for a clause of the filter, the filter's place. */
    readonly places: readonly string[];
    readonly note?: string;
  }[];
  readonly sent: readonly { readonly place: string; readonly value: unknown }[];
  readonly hidden: readonly { readonly place: string; readonly reason: string }[];
  readonly rules: readonly unknown[];
}

/** Collects what the model knows about where a tool comes from. */
function buildExplanation(action: Action, { loaded, locate, model }: ReadModel): Explanation {
  const { name, title, description, group, effect, scope, approval, bind, aliases, operation, override } = action;
  return {
    pack: model.pack.name,
    name,
    title,
    description,
    group,
    effect,
    scope,
    approval,
    bind,
    aliases,
    operation: { id: operation.id, method: operation.method, path: operation.path, at: locate(operation.origin) },
    ...(override === undefined ? {} : { override: locate(override) }),
    overlays: findTouches(loaded, operation).map(({ file, action: pointer, changes }) => ({
      at: locate({ file, pointer, part: "value" }),
      pointers: changes.map((change) => change.pointer),
    })),
    arguments: action.arguments.map((argument) => explainArgument(argument, action)),
    sent: action.send,
    hidden: action.hide,
    rules: action.require,
  };
}

function explainArgument(argument: Action["arguments"][number], action: Action): Explanation["arguments"][number] {
  const { name, required, places, fill, wrap } = argument;
  const { filters } = action;
  const notes: string[] = [];
  const found = places.map(({ place }) => place);
  if (filters?.ids.includes(name) || filters?.clauses.includes(name)) {
    found.push(filters.at.place);
    notes.push("a clause of the filter");
  } else if (filters?.raw === name) {
    if (!found.includes(filters.at.place)) found.push(filters.at.place);
    notes.push("a whole filter");
  }
  if (wrap !== undefined) notes.push(`each id sent as {"${wrap}": id}`);
  if (fill !== undefined) {
    notes.push("from" in fill ? `if omitted, the value of ${fill.from}` : `if omitted, ${JSON.stringify(fill.value)}`);
  }
  return { name, required, places: found, ...(notes.length === 0 ? {} : { note: notes.join("; ") }) };
}

function formatExplanation(tool: Explanation): readonly string[] {
  const width = Math.max(0, ...tool.arguments.map(({ name }) => name.length));
  const { operation } = tool;
  return [
    `${tool.name}  ${tool.title}`,
    ...tool.description
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => `  ${line}`),
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
      tool.hidden.map(({ place: where, reason }) => `${where}  ${joinLines(reason)}`),
    ),
  ];
}

function joinLines(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join(" ");
}

function place({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`;
}

function section(title: string, rows: readonly string[]): readonly string[] {
  return rows.length === 0 ? [] : [`  ${title}`, ...rows.map((row) => `    ${row}`)];
}
