import type { PackDefinition } from "../types.js";
import type { Flag } from "./parse-flags.js";
import { commands } from "./shared-flags.js";

/** Help for one command, or for all commands. */
export function printHelp(
  { auth, baseUrl, baseUrlExample, name, servers, title }: PackDefinition,
  command?: string,
): string {
  const found = commands.find((each) => each.name === command);
  if (found) {
    return `Usage: ${name} ${found.words}\n\n${found.help}\n\n${table(found.flags.map(describeFlag))}`;
  }
  const lines = table(commands.map((each) => [each.words, each.help] as const));
  const variables = auth?.flatMap(({ env }) => env) ?? [];
  const [only, second] = variables;
  const key = second
    ? `\nThe credentials are read from the environment variables ${variables.join(", ")}.\n`
    : only
      ? `\nThe API key is read from the environment variable ${only}.\n`
      : "";
  const base = baseUrl ? "" : `\nPass the base URL of the service with --base-url, such as ${baseUrlExample}.\n`;
  const own = servers ? `\nSome tools are sent to ${servers.join(", ")}.\n` : "";
  return `Tools of ${title}, for the command line and for MCP hosts.\n\nUsage: ${name} <command>\n\n${lines}${key}${base}${own}\nRun ${name} <command> --help for the flags of a command, ${name} call <tool> --help for the arguments of a tool.\n`;
}

function describeFlag({ help = "", name, value }: Flag): readonly [string, string] {
  return [`--${name}${value ? ` <${value}>` : ""}`, help];
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}\n`).join("");
}
