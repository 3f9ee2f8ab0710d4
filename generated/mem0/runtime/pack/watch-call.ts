import type { ToolpackError } from "../errors/toolpack-error.js";
import type { RequestOptions } from "../http/client-options.js";
import type { Shared } from "./shared.js";
import type { CallOptions, CallRecord, CallResult, SpanLike } from "./toolpack-options.js";

type Told = CallRecord extends infer Each ? (Each extends CallRecord ? Omit<Each, "tool" | "context"> : never) : never;

/** Runs a call and reports it to `onCall` and the tracer. */
export function watchCall(
  { client, options }: Shared,
  tool: string,
  description: string,
  given: unknown,
  { context }: CallOptions,
  run: (onRetry: RequestOptions["onRetry"]) => Promise<CallResult>,
): Promise<CallResult> {
  const { capture = {}, onCall, tracer } = options;
  const { now } = client.clock;

  // Async, so that errors of the hook do not affect the call.
  const tell = async (record: Told): Promise<void> => {
    try {
      await onCall?.({ ...record, tool, context } as CallRecord);
    } catch {}
  };
  const clean = (value: unknown): string => {
    try {
      return JSON.stringify(client.redact(JSON.parse(JSON.stringify(value ?? null))));
    } catch {
      return "null";
    }
  };

  const record = async (span?: SpanLike): Promise<CallResult> => {
    const start = now();
    if (capture.arguments) await client.learnKeys(context);
    const sent = capture.arguments && clean(given);
    if (sent) span?.setAttribute("gen_ai.tool.call.arguments", sent);
    void tell({ kind: "start", ...(sent && { arguments: JSON.parse(sent) }) });
    let error: ToolpackError | undefined;
    let answered: string | false | undefined;
    try {
      const result = await run((retry) => void tell({ kind: "retry", ...retry }));
      answered = capture.results && clean(result.data);
      if (answered) span?.setAttribute("gen_ai.tool.call.result", answered);
      return result;
    } catch (thrown) {
      error = thrown as ToolpackError;
      const { code, hint } = error;
      span?.setAttribute("error.type", code).setStatus({ code: 2 });
      if (/withheld|denied/.test(code)) void tell({ kind: "denial", code, reason: hint });
      throw error;
    } finally {
      span?.end();
      const durationMs = now() - start;
      const result = answered && { result: JSON.parse(answered) };
      void tell({ kind: "end", durationMs, ...(error && { error }), ...result });
    }
  };
  if (!tracer) return record();
  const attributes = {
    "gen_ai.operation.name": "execute_tool",
    "gen_ai.tool.name": tool,
    "gen_ai.tool.type": "function",
    "gen_ai.tool.description": description,
  };
  return tracer.startActiveSpan(`execute_tool ${tool}`, { attributes }, record);
}
