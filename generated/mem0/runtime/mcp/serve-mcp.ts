import { createToolpack } from "../pack/create-toolpack.js";
import type { PackContents, Toolpack, ToolpackOptions } from "../pack/toolpack-options.js";
import { unknownName } from "../pack/unknown-name.js";
import { createConfirmations } from "./ask-client.js";
import { callForClient } from "./call-for-client.js";
import { describeTool } from "./describe-tools.js";
import { importSdk } from "./import-sdk.js";
import type { McpSdk, McpServer } from "./mcp-sdk.js";

export interface McpOptions extends Omit<ToolpackOptions, "approve"> {
  /** Shown by the host. */
  readonly version?: string | undefined;
  /** Only tools that read. */
  readonly readOnly?: boolean | undefined;
  /** Only these tools, by name. */
  readonly allow?: readonly string[] | undefined;
  readonly deny?: readonly string[] | undefined;
  /** Stops the server. */
  readonly signal?: AbortSignal | undefined;
  /** Receives log lines. Must not write to standard output, which belongs to the protocol. */
  readonly log?: ((line: string) => void) | undefined;
}

/**
 * Serves a pack over standard input and output until the host disconnects. Requires the package
 * `@modelcontextprotocol/server`. A tool with approval runs when the user of the host approves it, and is denied if the
 * host cannot ask.
 */
export async function serveMcp(contents: PackContents, options: McpOptions): Promise<void> {
  const { allow, deny, log = () => {}, readOnly, signal, version = "0.0.0", ...rest } = options;
  const all = createToolpack(contents, { ...rest, approve: "caller" });
  const pack = all.select({
    ...(allow && { allow }),
    ...(deny && { deny }),
    ...(readOnly && { effects: ["read"] }),
  });
  const sdk = await importSdk();
  const transport = new sdk.StdioServerTransport();
  const handle = sdk.serveStdio(() => buildServer(sdk, pack, version), {
    transport,
    onerror: (error) => log(`mcp: ${error.message}`),
  });
  for (const { name, reason } of pack.withheld) log(`withheld: ${name}: ${reason}`);
  log(`${contents.definition.name} ${version}: ${pack.tools.length} tools`);
  await disconnect(signal);
  await handle.close();
}

function buildServer(sdk: McpSdk, pack: Toolpack, version: string): McpServer {
  const { definition, tools } = pack;
  const info = { name: definition.name, title: definition.title, version };
  const server = new sdk.Server(info, { capabilities: { tools: {} } });
  const confirmations = createConfirmations();
  server.setRequestHandler("tools/list", () => ({ tools: tools.map(describeTool) }));
  server.setRequestHandler("tools/call", ({ params: { name = "", arguments: args = {} } = {} }, context) => {
    const tool = tools.find((each) => each.name === name);
    if (tool) return callForClient(pack, tool, args, server, confirmations, context);
    const names = tools.map((each) => each.name);
    throw new sdk.ProtocolError(-32602, unknownName("unknown_tool", "tool", name, names).hint);
  });
  return server;
}

/** Resolves when the host closes standard input, or on abort. */
function disconnect(signal: AbortSignal | undefined): Promise<void> {
  const { process } = globalThis as unknown as {
    readonly process: { readonly stdin: { once(event: string, listener: () => void): unknown } };
  };
  return new Promise((resolve) => {
    signal?.addEventListener("abort", () => resolve(), { once: true });
    process.stdin.once("end", resolve);
    process.stdin.once("close", resolve);
  });
}
