import { refuseOption } from "../errors/refuse-option.js";
import { type ErrorCode, isToolpackError, ToolpackError } from "../errors/toolpack-error.js";
import type { PackContents } from "../pack/toolpack-options.js";
import { unknownName } from "../pack/unknown-name.js";
import type { AnyTool } from "../types.js";
import { callTool } from "./call-tool.js";
import type { CommandIo } from "./command-io.js";
import { listTools } from "./list-tools.js";
import { parseFlags } from "./parse-flags.js";
import { printHelp } from "./print-help.js";
import { printTool } from "./print-tool.js";
import { printText } from "./print-value.js";
import { readReporter } from "./read-options.js";
import { commands } from "./shared-flags.js";
import { startMcp } from "./start-mcp.js";
import { buildToolFlags } from "./tool-flags.js";

/** Rejected before anything was sent. */
const usage: readonly ErrorCode[] = ["invalid_argument", "invalid_option", "no_api_key", "unknown_tool", "withheld"];

/**
 * Runs one command line of a pack and returns its exit code: 0 for success, 1 for a call that failed, 2 for an error in
 * the command line, 130 for an interrupt.
 */
export async function runCommand(
  contents: PackContents,
  version: string,
  argv: readonly string[],
  io: CommandIo,
): Promise<number> {
  const asJson = argv.includes("--reporter=json") || argv[argv.indexOf("--reporter") + 1] === "json";
  try {
    return await run(contents, version, argv, io);
  } catch (thrown) {
    if (io.signal?.aborted) return 130;
    const error = isToolpackError(thrown) ? thrown : new ToolpackError("internal", "Unexpected error");
    io.err(
      asJson
        ? `${JSON.stringify({ error })}\n`
        : `${error.code}: ${printText(error.hint.replace(/^baseUrl /, "--base-url "))}\n`,
    );
    return usage.includes(error.code) ? 2 : 1;
  }
}

async function run(
  contents: PackContents,
  version: string,
  [name, ...rest]: readonly string[],
  io: CommandIo,
): Promise<number> {
  const { definition } = contents;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    (name ? io.out : io.err)(printHelp(definition));
    return name ? 0 : 2;
  }
  if (name === "--version") {
    io.out(`${version}\n`);
    return 0;
  }
  const command = commands.find((each) => each.name === name);
  if (!command) {
    const names = commands.map((each) => each.name).join(", ");
    throw refuseOption(`Unknown command ${name}. Use one of ${names}`);
  }
  const wordy = name === "describe" || name === "call";
  // The tool comes first, since its arguments define the flags.
  const tool = wordy && rest[0] && !rest[0].startsWith("-") ? findTool(contents.tools, rest[0]) : undefined;
  const toolFlags = tool && name === "call" ? buildToolFlags(tool, command.flags) : [];
  const parsed = parseFlags(tool ? rest.slice(1) : rest, [...command.flags, ...toolFlags]);
  if (parsed.values.get("help")?.[0]) {
    io.out(tool ? printTool(tool) : printHelp(definition, name));
    return 0;
  }
  if (parsed.words[0] !== undefined) throw refuseOption(`Unexpected argument ${parsed.words[0]}`);
  if (name === "list") return listTools(contents, parsed, io);
  if (name === "mcp") return startMcp(contents, version, parsed, io);
  if (!tool) throw refuseOption(`Missing tool name. Usage: ${definition.name} ${command.words}`);
  if (name === "call") return callTool(contents, tool, toolFlags, parsed, io);
  const { validate, operation, ...shown } = tool;
  io.out(readReporter(parsed.values) === "json" ? `${JSON.stringify(shown)}\n` : printTool(tool));
  return 0;
}

function findTool(tools: readonly AnyTool[], name: string): AnyTool {
  const found = tools.find((tool) => tool.name === name || tool.aliases?.includes(name));
  if (found) return found;
  const names = tools.map((tool) => tool.name);
  throw unknownName("unknown_tool", "tool", name, names);
}
