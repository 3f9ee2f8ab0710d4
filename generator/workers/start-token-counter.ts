import { Worker } from "node:worker_threads";
import { packageRoot } from "../shared/package-root.js";

/** Counts tokens (o200k_base) in another thread, which starts loading the vocabulary at once. */
export interface TokenCounter {
  count(texts: readonly string[]): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** Starts the thread. Replies come in the order of the requests. */
export function startTokenCounter(): TokenCounter {
  // A plain JavaScript file, so that it is the same one before and after the build.
  const worker = new Worker(new URL("generator/workers/tokens.js", packageRoot));
  const waiting: { resolve: (counts: readonly number[]) => void; reject: (error: Error) => void }[] = [];
  let failure: Error | undefined;
  worker.on("message", (counts: readonly number[]) => waiting.shift()?.resolve(counts));
  worker.on("error", (error: Error) => {
    failure = error;
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    count: (texts) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        waiting.push({ resolve, reject });
        worker.postMessage(texts);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
