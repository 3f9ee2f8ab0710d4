import { ToolpackError } from "../errors/toolpack-error.js";
import type { FetchAnswer } from "./client-options.js";

/** The body of an answer, read piece by piece so that an endless one is given up at the limit. */
export async function readBytes({ body, status }: FetchAnswer, limit: number): Promise<Uint8Array> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const chunk = (await reader?.read())?.value;
    if (!chunk) break;
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) {
      reader?.cancel().catch(() => {});
      throw new ToolpackError("bad_response", `The answer is over ${limit} bytes`, { status });
    }
  }
  if (chunks.length === 1) return chunks[0] as Uint8Array;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
