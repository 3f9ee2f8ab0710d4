import { describe, expect, it } from "vitest";
import { canAsk, createConfirmations } from "../../../runtime/mcp/ask-client.js";
import type { ClientCapabilities, McpContext, McpServer } from "../../../runtime/mcp/mcp-sdk.js";

const yes = { action: "accept", content: { confirm: true } };

function context(answer?: unknown, state?: unknown): McpContext {
  const inputResponses = answer === undefined ? {} : { inputResponses: { confirm: answer } };
  return { mcpReq: { signal: new AbortController().signal, requestState: () => state, ...inputResponses } };
}

function stateOf(answer: object | boolean): string {
  expect(answer).toMatchObject({ resultType: "input_required" });
  return (answer as { requestState: string }).requestState;
}

describe("a yes", () => {
  it("counts once, for the call that was asked about", () => {
    const { ask } = createConfirmations();
    const state = stateOf(ask("a", "Delete a?", context()));
    expect(ask("a", "Delete a?", context(yes, state))).toBe(true);
    stateOf(ask("a", "Delete a?", context(yes, state)));
  });

  it("to a question that was never put, or was about another call, asks again", () => {
    const { ask } = createConfirmations();
    stateOf(ask("a", "Delete a?", context(yes)));
    stateOf(ask("a", "Delete a?", context(yes, "made-up")));
    const state = stateOf(ask("a", "Delete a?", context()));
    stateOf(ask("b", "Delete b?", context(yes, state)));
    stateOf(ask("a", "Delete a?", context(yes, state)));
  });

  it("is none without the tick, and is forgotten after a hundred other questions", () => {
    const { ask } = createConfirmations();
    const put = (call: string): string => stateOf(ask(call, "?", context()));
    for (const answer of [
      { action: "decline" },
      { action: "accept" },
      { action: "accept", content: { confirm: "yes" } },
    ]) {
      expect(ask("a", "?", context(answer, put("a")))).toBe(false);
    }
    const old = put("a");
    for (let index = 0; index < 100; index++) put("b");
    stateOf(ask("a", "?", context(yes, old)));
  });
});

it("knows which clients can ask", () => {
  const server = (capabilities?: ClientCapabilities): McpServer => ({
    setRequestHandler: () => {},
    getClientCapabilities: () => capabilities,
  });
  expect(canAsk(server(), context())).toBe(false);
  expect(canAsk(server({}), context())).toBe(false);
  expect(canAsk(server({ elicitation: {} }), context())).toBe(true);
  expect(canAsk(server({ elicitation: { form: {} } }), context())).toBe(true);
  expect(canAsk(server({ elicitation: { url: {} } }), context())).toBe(false);
});
