import { ToolpackError } from "../../errors/toolpack-error.js";
import type { Reading } from "../../operation.js";
import type { FetchAnswer } from "../client-options.js";
import { parseEvents } from "./parse-events.js";
import { parseLines, parseSequence } from "./parse-lines.js";
import type { OpenParser } from "./split-stream.js";

/** How the items of a response are found; undefined where its media type is not one of a stream. */
export function findParser({ headers }: FetchAnswer): OpenParser | undefined {
  const type = headers.get("content-type") ?? "";
  if (/\/event-stream/i.test(type)) return parseEvents;
  if (/json-seq/i.test(type)) return parseSequence;
  return /ndjson|jsonl|json-?lines|json-stream|stream\+json/i.test(type) ? parseLines : undefined;
}

/**
 * The items of a stream as they arrive, without the keys of the call. Leaving the loop or aborting the caller's signal
 * closes the connection.
 */
export async function* readItems(
  { body, status }: FetchAnswer,
  open: OpenParser,
  reading: Reading,
): AsyncGenerator<unknown, void, undefined> {
  const { clean, maxBytes, signal } = reading;
  const parse = open();
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  const close = (): void => void reader?.cancel().catch(() => {});
  signal?.addEventListener("abort", close);
  reading.bytes = 0;
  // Bytes since the last item.
  let waiting = 0;
  try {
    for (;;) {
      const chunk = (await reader?.read())?.value;
      const items = parse(decoder.decode(chunk, { stream: chunk !== undefined }), chunk === undefined);
      for (const item of items) yield clean(item);
      if (!chunk) return;
      reading.bytes += chunk.length;
      waiting = items.length ? 0 : waiting + chunk.length;
      if (waiting > maxBytes) {
        throw new ToolpackError("bad_response", `An item of the stream is larger than ${maxBytes} bytes`, { status });
      }
    }
  } finally {
    signal?.removeEventListener("abort", close);
    close();
  }
}
