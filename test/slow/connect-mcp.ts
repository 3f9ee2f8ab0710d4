import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

export interface Connected {
  readonly client: Client;
  /** What the server wrote to its standard error. */
  readonly log: () => string;
}

export interface Person {
  /** Answers each question; a client without it cannot ask. */
  readonly answer?: (question: string) => { readonly action: "accept" | "decline"; readonly confirm?: boolean };
  /** The protocol of 2025, or that of 2026. */
  readonly era?: "2025" | "2026";
}

/** A client of the pack's MCP server over standard input and output. */
export async function connect(
  bin: string,
  argv: readonly string[],
  env: Record<string, string>,
  { answer, era = "2025" }: Person = {},
): Promise<Connected> {
  const client = new Client(
    { name: "test", version: "1.0.0" },
    {
      capabilities: answer ? { elicitation: { form: {} } } : {},
      ...(era === "2026" && { versionNegotiation: { mode: "auto" as const } }),
    },
  );
  if (answer) {
    client.setRequestHandler("elicitation/create", async ({ params }) => {
      const { action, confirm } = answer(params.message);
      return { action, ...(confirm !== undefined && { content: { confirm } }) };
    });
  }
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ["--disallow-code-generation-from-strings", bin, "mcp", ...argv],
    env,
    stderr: "pipe",
  });
  let log = "";
  transport.stderr?.on("data", (chunk) => {
    log += chunk;
  });
  await client.connect(transport);
  return { client, log: () => log };
}
