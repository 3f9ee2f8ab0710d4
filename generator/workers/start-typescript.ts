import { Worker } from "node:worker_threads";
import type { JsonObject } from "../shared/json.js";
import { packageRoot } from "../shared/package-root.js";
import type { SourceFile } from "./structures.js";

/** The thread that has the TypeScript compiler. Replies come in the order of the requests. */
export interface TypeScript {
  /** TypeScript text of the document's types. */
  printWireTypes(document: JsonObject): Promise<string>;
  /** TypeScript text of each file. */
  printSources(files: readonly SourceFile[]): Promise<readonly string[]>;
  /** Ends the thread; pending requests are rejected. */
  close(): Promise<void>;
}

type Reply = { readonly id: number } & ({ readonly output: unknown } | { readonly error: string });

/** Starts loading the compiler in parallel, because it is slower than the rest of the run. */
export function startTypeScript(): TypeScript {
  // A plain JavaScript file, so that it is the same one before and after the build.
  const worker = new Worker(new URL("generator/workers/typescript.js", packageRoot));
  const waiting = new Map<number, { resolve: (output: unknown) => void; reject: (error: Error) => void }>();
  let failure: Error | undefined;
  const fail = (error: Error): void => {
    failure ??= error;
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  };
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("the TypeScript thread was stopped")));
  worker.on("message", (reply: Reply) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ("error" in reply) asked?.reject(new Error(`TypeScript thread: ${reply.error}`));
    else asked?.resolve(reply.output);
  });
  let id = 0;
  const ask = (kind: "wireTypes" | "sources", input: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (failure !== undefined) return reject(failure);
      id += 1;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, kind, input });
    });
  return {
    printWireTypes: (document) => ask("wireTypes", document) as Promise<string>,
    printSources: (files) => ask("sources", files) as Promise<readonly string[]>,
    close: async () => {
      await worker.terminate();
    },
  };
}
