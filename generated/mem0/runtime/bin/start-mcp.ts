import { serveMcp } from "../mcp/serve-mcp.js";
import type { PackContents } from "../pack/toolpack-options.js";
import type { CommandIo } from "./command-io.js";
import type { ParsedFlags } from "./parse-flags.js";
import { readAllowedFiles, readOptions } from "./read-options.js";

/** Serves a pack to an MCP host until the host disconnects. */
export async function startMcp(
  contents: PackContents,
  version: string,
  { values }: ParsedFlags,
  io: CommandIo,
): Promise<number> {
  const names = (flag: string): readonly string[] | undefined =>
    (values.get(flag) as readonly string[] | undefined)?.flatMap((text) => text.split(",").filter(Boolean));
  await serveMcp(contents, {
    ...readOptions(values),
    ...(await readAllowedFiles(values)),
    version,
    readOnly: values.get("read-only")?.[0] === true,
    allow: names("allow"),
    deny: names("deny"),
    signal: io.signal,
    log: (line) => io.err(`${line}\n`),
  });
  return io.signal?.aborted ? 130 : 0;
}
