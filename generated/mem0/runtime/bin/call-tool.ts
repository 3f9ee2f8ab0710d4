import { refuseOption } from "../errors/refuse-option.js";
import { createToolpack } from "../pack/create-toolpack.js";
import type { PackContents } from "../pack/toolpack-options.js";
import type { AnyTool } from "../types.js";
import type { CommandIo } from "./command-io.js";
import type { Flag, ParsedFlags } from "./parse-flags.js";
import { printText, printValue } from "./print-value.js";
import { readArguments } from "./read-arguments.js";
import { readAllowedFiles, readOptions, readReporter, readText } from "./read-options.js";

/** Runs a tool and prints its result. */
export async function callTool(
  contents: PackContents,
  tool: AnyTool,
  flags: readonly Flag[],
  { values }: ParsedFlags,
  io: CommandIo,
): Promise<number> {
  const reporter = readReporter(values);
  const waitMs = readWait(values);
  const { profile, ...options } = readOptions(values);
  const chosen = profile === undefined ? { tools: contents.tools } : { profile };
  const pack = createToolpack(contents, {
    ...options,
    ...chosen,
    ...(await readAllowedFiles(values)),
    approve: "caller",
  });
  const args = await readArguments(tool, flags, values, io);
  const refused = pack.check(tool.name, args);
  if (refused) throw refused;
  const approved = !tool.approval || values.get("yes")?.[0] === true || (await askPerson(tool, args, io));
  const { data, event, note, ...rest } = await pack.call(tool.name, args, {
    signal: io.signal,
    waitMs,
    // A person has no context window that a long result could fill.
    maxTokens: Number.POSITIVE_INFINITY,
    ...(approved && { approved }),
  });
  if (reporter === "json") {
    io.out(`${JSON.stringify({ data, event, ...rest, note })}\n`);
    return 0;
  }
  io.out(printValue(event === undefined ? data : { data, event }));
  if (note) io.err(`${printText(note)}\n`);
  return 0;
}

function readWait(values: ParsedFlags["values"]): number {
  const text = readText(values, "wait-ms") ?? "0";
  if (!/^\d{1,9}$/.test(text)) throw refuseOption("--wait-ms must be a whole number");
  return Number(text);
}

async function askPerson({ name, title }: AnyTool, args: object, { ask }: CommandIo): Promise<boolean> {
  if (!ask) throw refuseOption(`${name} requires approval. Without a terminal, pass --yes`);
  return ask(`${title}: ${printText(`${name} ${JSON.stringify(args)}`)}\nContinue? (y/N) `);
}
