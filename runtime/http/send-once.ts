import { type ErrorCode, isToolpackError, ToolpackError } from "../errors/toolpack-error.js";
import type { FetchAnswer, FetchInit, FetchLike } from "./client-options.js";

/** A response and what was read of it, or the reason why it could not be read. */
export type Sent =
  | { readonly answer: FetchAnswer; readonly data: unknown; readonly error?: undefined }
  | { readonly answer: FetchAnswer | undefined; readonly data?: undefined; readonly error: ToolpackError };

/** One attempt, with the response read to its end. An error is returned, so that the caller can decide on a retry. */
export async function sendOnce(
  send: FetchLike,
  url: string,
  init: Omit<FetchInit, "signal">,
  signal: AbortSignal | undefined,
  timeoutMs: number,
  read: (answer: FetchAnswer) => Promise<unknown>,
): Promise<Sent> {
  let answer: FetchAnswer | undefined;
  const fail = (code: ErrorCode, hint: string): Sent => ({ answer, error: new ToolpackError(code, hint) });
  const cancelled = (): Sent => fail("cancelled", "Cancelled");
  if (signal?.aborted) return cancelled();
  // Joined by hand: AbortSignal.any is slow and leaks on Node 20.
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    abort();
  }, timeoutMs);
  signal?.addEventListener("abort", abort);
  try {
    answer = await send(url, { ...init, signal: controller.signal });
    return { answer, data: await read(answer) };
  } catch (error) {
    if (isToolpackError(error)) return { answer, error };
    if (signal?.aborted) return cancelled();
    if (late) return fail("timeout", `Request timed out after ${timeoutMs} ms`);
    // The message of a network error may contain the URL; its code is a constant of the platform.
    const code = String((error as { cause?: { code?: unknown } } | undefined)?.cause?.code);
    return fail("network", `Request failed: ${/^[A-Z_]+$/.test(code) ? code : "connection failed"}`);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}
