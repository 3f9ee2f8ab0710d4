import { MockLanguageModelV4 } from "ai/test";

export type Step = { readonly text: string } | { readonly tool: string; readonly input: unknown };

/** A model that says these things one after the other, and keeps what it was shown in `doGenerateCalls`. */
export function mockModel(...steps: readonly Step[]): MockLanguageModelV4 {
  let at = 0;
  return new MockLanguageModelV4({
    doGenerate: async () => {
      const step = steps[at++] ?? { text: "No more steps." };
      const usage = {
        inputTokens: { total: 1, noCache: 1, cacheRead: undefined, cacheWrite: undefined },
        outputTokens: { total: 1, text: 1, reasoning: undefined },
      };
      const rest = { usage, warnings: [] };
      if ("text" in step) {
        return {
          ...rest,
          content: [{ type: "text", text: step.text }],
          finishReason: { unified: "stop", raw: undefined },
        };
      }
      const input = JSON.stringify(step.input);
      return {
        ...rest,
        content: [{ type: "tool-call", toolCallId: `call-${at}`, toolName: step.tool, input }],
        finishReason: { unified: "tool-calls", raw: undefined },
      };
    },
  });
}
