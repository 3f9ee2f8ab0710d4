import type { McpContext, McpServer } from "./mcp-sdk.js";

const mostWaiting = 100;

/** Asks the user of an MCP client, in two rounds: the question is sent, and the same call comes back with the answer. */
export interface Confirmations {
  /** The question to send to the client; `true` if the call was approved, `false` if it was not. */
  ask(call: string, question: string, context: McpContext): object | boolean;
}

/**
 * Remembers what was asked. An approval counts once, and only for the call that the question was about: an answer to a
 * question that was never asked, or was about other arguments, does not count.
 */
export function createConfirmations(): Confirmations {
  const waiting = new Map<string, string>();
  return {
    ask: (call, question, { mcpReq }) => {
      const answer = mcpReq.inputResponses?.["confirm"] as
        | { action?: string; content?: { confirm?: unknown } }
        | undefined;
      const state = String(mcpReq.requestState());
      if (answer) {
        const asked = waiting.get(state);
        waiting.delete(state);
        if (asked === call) return answer.action === "accept" && answer.content?.confirm === true;
        if (answer.action !== "accept") return false;
      }
      const [oldest] = waiting.size < mostWaiting ? [] : waiting.keys();
      if (oldest !== undefined) waiting.delete(oldest);
      const requestState = crypto.randomUUID();
      waiting.set(requestState, call);
      return { resultType: "input_required", inputRequests: { confirm: buildQuestion(question) }, requestState };
    },
  };
}

/** Whether the client can show a form to its user. */
export function canAsk(server: McpServer, { mcpReq }: McpContext): boolean {
  const capabilities =
    mcpReq.envelope?.["io.modelcontextprotocol/clientCapabilities"] ?? server.getClientCapabilities();
  const elicitation = capabilities?.elicitation;
  // A client that names no mode supports forms.
  return elicitation !== undefined && (elicitation.form !== undefined || elicitation.url === undefined);
}

function buildQuestion(message: string): object {
  return {
    method: "elicitation/create",
    params: {
      mode: "form",
      message,
      requestedSchema: {
        type: "object",
        properties: { confirm: { type: "boolean", title: "Approve" } },
        required: ["confirm"],
      },
    },
  };
}
