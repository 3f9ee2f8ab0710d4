import { readReason } from "../errors/read-reason.js";
import { isToolpackError, ToolpackError } from "../errors/toolpack-error.js";
import type { Client } from "../http/create-client.js";
import { readPointer } from "../json.js";
import type { AnyTool, EventAnswer } from "../types.js";
import type { CallOptions, CallResult } from "./toolpack-options.js";

export type WaitForEvent = (
  client: Client,
  event: EventAnswer,
  data: unknown,
  tools: readonly AnyTool[],
  tool: string,
  call: CallOptions,
) => Promise<Omit<CallResult, "data">>;

/** Polls the event of an asynchronous operation for as long as the caller waits, and returns its state. */
export const waitForEvent: WaitForEvent = async (client, event, data, tools, tool, { context, signal, waitMs = 0 }) => {
  const { clock } = client;
  const end = waitMs && clock.now() + waitMs;
  let state = data;
  const readId = (): unknown => readPointer(data, event.id);
  for (let wait = 250; ; wait = Math.min(wait * 1.5, 2000)) {
    const status = readPointer(state, event.status);
    if (event.failed.includes(status as string)) {
      throw new ToolpackError(
        "failed",
        client.redact(`The request was accepted but failed: ${readReason(state).slice(0, 200)} (${readId()})`),
      );
    }
    const final = typeof status === "string" ? !event.pending.includes(status) : readId() == null;
    if (final) return state === data ? {} : { event: state };
    const left = end - clock.now();
    if (left <= 0) break;
    await clock.sleep(Math.min(wait, left), signal);
    try {
      state = await client.request(event.poll, { [event.argument]: readId() } as never, { context, signal });
    } catch (error) {
      // The call itself was accepted: an error here must not look as if it should be retried.
      if (isToolpackError(error) && error.code === "cancelled") throw error;
    }
  }
  const id = String(readId());
  const queued = "Still processing.";
  // Only a tool that the pack has can be called.
  if (!tools.some(({ name }) => name === tool)) return { pending: { id }, note: queued };
  return { pending: { id, tool }, note: `${queued} Call ${tool} with ${event.argument} ${id}.` };
};
