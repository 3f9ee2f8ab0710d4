import { createToolpack } from "../pack/create-toolpack.js";
import type { PackContents } from "../pack/toolpack-options.js";
import type { AnyTool } from "../types.js";
import type { CommandIo } from "./command-io.js";
import type { ParsedFlags } from "./parse-flags.js";
import { printText } from "./print-value.js";
import { readOptions, readReporter } from "./read-options.js";

/** Lists the tools of a profile, and those that a binding withholds. */
export function listTools(contents: PackContents, { values }: ParsedFlags, io: CommandIo): number {
  const reporter = readReporter(values);
  // A person is asked at each call, so that approval withholds nothing from the list.
  const pack = createToolpack(contents, {
    profile: "all",
    approve: "caller",
    // Nothing is sent, so that a pack without a base URL can be listed too.
    baseUrl: contents.definition.baseUrl ?? "https://localhost",
    ...definedOptions(values),
  });
  if (reporter === "json") {
    const tools = pack.tools.map(({ name, title, group, effect, scope, approval = false }) => {
      return { name, title, group, effect, scope, approval };
    });
    io.out(`${JSON.stringify({ tools, withheld: pack.withheld })}\n`);
    return 0;
  }
  const width = Math.max(...pack.tools.map(({ name }) => name.length), 0);
  const line = ({ approval, effect, name, title }: AnyTool): string =>
    `  ${name.padEnd(width)}  ${effect.padEnd(6)}  ${title}${approval ? " (requires approval)" : ""}`;
  for (const group of new Set(pack.tools.map((tool) => tool.group))) {
    const lines = pack.tools.filter((tool) => tool.group === group).map(line);
    io.out(`${[group, ...lines].map(printText).join("\n")}\n\n`);
  }
  for (const { name, reason } of pack.withheld) io.out(`${printText(`Withheld: ${name}: ${reason}`)}\n`);
  return 0;
}

function definedOptions(values: ParsedFlags["values"]): ReturnType<typeof readOptions> {
  const { bind, profile } = readOptions(values);
  return { bind, ...(profile !== undefined && { profile }) };
}
