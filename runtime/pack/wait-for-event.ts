import { readReason } from "../errors/read-reason.js";
import { isToolpackError, ToolpackError } from "../errors/toolpack-error.js";
import type { Client } from "../http/create-client.js";
import { readPointer } from "../read-pointer.js";
import type { EventAnswer } from "../types.js";
import type { CallOptions, CallResult } from "./toolpack-options.js";

/** Follows an asynchronous answer for as long as the caller waits, and says where it stands. */
export async function waitForEvent(
  client: Client,
  event: EventAnswer,
  data: unknown,
  tool: string | undefined,
  { signal, waitMs = 0 }: CallOptions,
): Promise<Omit<CallResult, "data">> {
  const { clock } = client;
  const end = clock.now() + waitMs;
  const id = readPointer(data, event.id);
  let state = data;
  for (let wait = 250; ; wait = Math.min(wait * 1.5, 2000)) {
    const status = readPointer(state, event.status);
    if (event.failed.includes(status as string)) {
      throw new ToolpackError(
        "failed",
        client.redact(`Accepted, then failed: ${readReason(state).slice(0, 200)} (${id})`),
      );
    }
    const final = typeof status === "string" ? !event.pending.includes(status) : typeof id !== "string";
    if (final) return state === data ? {} : { event: state };
    const left = end - clock.now();
    if (left <= 0) break;
    await clock.sleep(Math.min(wait, left), signal);
    try {
      state = await client.request(event.poll, { [event.argument]: id } as never, { signal });
    } catch (error) {
      // The call itself was accepted: an error here must not look as if it should be repeated.
      if (isToolpackError(error) && error.code === "cancelled") throw error;
    }
  }
  const ask = tool ? `; ask ${tool} with ${event.argument} ${id}` : "";
  return { pending: { id: String(id), ...(tool && { tool }) }, note: `Queued, not done yet${ask}.` };
}
