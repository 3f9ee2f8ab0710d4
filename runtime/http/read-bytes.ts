import { ToolpackError } from "../errors/toolpack-error.js";
import type { Reading } from "../operation.js";
import type { FetchAnswer } from "./client-options.js";

/** The body of a response, read piece by piece so that reading stops at the limit. */
export async function readBytes({ body, status }: FetchAnswer, reading: Reading): Promise<Uint8Array> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  reading.bytes = 0;
  for (;;) {
    const chunk = (await reader?.read())?.value;
    if (!chunk) break;
    chunks.push(chunk);
    reading.bytes += chunk.length;
    if (reading.bytes > reading.maxBytes) {
      reader?.cancel().catch(() => {});
      throw new ToolpackError("bad_response", `The response is larger than ${reading.maxBytes} bytes`, { status });
    }
  }
  const [only, second] = chunks;
  return only && !second ? only : new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}
