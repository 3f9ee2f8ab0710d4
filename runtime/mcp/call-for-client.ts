import { isToolpackError } from "../errors/toolpack-error.js";
import type { Toolpack } from "../pack/toolpack-options.js";
import type { AnyTool } from "../types.js";
import { type Confirmations, canAsk } from "./ask-client.js";
import { structureResult } from "./describe-tools.js";
import type { McpContext, McpResult, McpServer } from "./mcp-sdk.js";

/** Runs one `tools/call`: asks first if the tool requires approval, and returns an error as a result, for the model. */
export async function callForClient(
  pack: Toolpack,
  tool: AnyTool,
  args: unknown,
  server: McpServer,
  confirmations: Confirmations,
  context: McpContext,
): Promise<McpResult | object> {
  const { signal } = context.mcpReq;
  const { name, title } = tool;
  try {
    const asks = pack.approvals.includes(name);
    if (asks) {
      const refused = pack.check(name, args);
      if (refused) throw refused;
      if (!canAsk(server, context)) {
        return fail("denied", `${name} requires approval, and this client cannot ask its user`);
      }
      const call = JSON.stringify([name, args]);
      const answer = confirmations.ask(call, `${title}: ${name} ${clean(JSON.stringify(args))}`, context);
      if (typeof answer === "object") return answer;
      if (!answer) return fail("denied", `${name} was not approved`);
    }
    const { data, note } = await pack.call(name, args, { signal, ...(asks && { approved: true }) });
    const structuredContent = structureResult(tool, data);
    const texts = [JSON.stringify(structuredContent), ...(note ? [note] : [])];
    return { content: texts.map((text) => ({ type: "text", text })), structuredContent };
  } catch (error) {
    return isToolpackError(error) ? fail(error.code, error.hint) : fail("internal", "Unexpected error");
  }
}

function fail(code: string, hint: string): McpResult {
  return { content: [{ type: "text", text: `${code}: ${hint}` }], isError: true };
}

/** One safe line for a person: text from a model must not imitate other output. */
function clean(text: string): string {
  const line = text.replace(/[\p{C}\u2028\u2029]/gu, " ");
  return line.length > 1000 ? `${line.slice(0, 1000)}…` : line;
}
