// Starts the pack's MCP server, adds a memory, finds it again and deletes it.
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

export async function recall({ command = "npx", args = ["mem0-toolpack", "mcp"], env, userId, confirm }) {
  const client = new Client({ name: "recall", version: "1.0.0" }, { capabilities: { elicitation: { form: {} } } });
  // The server asks for confirmation before it deletes anything.
  client.setRequestHandler("elicitation/create", async ({ params }) => {
    return (await confirm(params.message)) ? { action: "accept", content: { confirm: true } } : { action: "decline" };
  });
  await client.connect(new StdioClientTransport({ command, args: [...args, "--bind", `user_id=${userId}`], env }));
  try {
    const { tools } = await client.listTools();
    await client.callTool({
      name: "add_memory",
      arguments: { messages: [{ role: "user", content: "Likes night trains" }], infer: false },
    });
    const found = await client.callTool({ name: "search_memories", arguments: { query: "trains" } });
    const [memory] = found.structuredContent.results;
    const deleted = await client.callTool({ name: "delete_memory", arguments: { memory_id: memory.id } });
    return { tools: tools.map(({ name }) => name), memory: memory.memory, deleted: !deleted.isError };
  } finally {
    await client.close();
  }
}
